import type { YamlValue } from "../yaml-file";

/** The keys of a receiver that hold integrations. */
export type ReceiverSection =
  | "discord_configs"
  | "email_configs"
  | "jira_configs"
  | "msteams_configs"
  | "opsgenie_configs"
  | "pagerduty_configs"
  | "pushover_configs"
  | "slack_configs"
  | "sns_configs"
  | "telegram_configs"
  | "webex_configs"
  | "webhook_configs"
  | "wechat_configs";

/** An integration as Alertmanager writes it, or why it cannot. */
export type RenderedIntegration =
  | {
      readonly section: ReceiverSection;
      readonly configs: readonly YamlValue[];
    }
  | { readonly omitted: string };

/** One entry of `section`. */
export function rendered(
  section: ReceiverSection,
  config: YamlValue,
): RenderedIntegration {
  return { section, configs: [config] };
}

/** Left out because it, or reading its secret from a file, came with a later version. */
export function needsVersion(minor: number, what: string): RenderedIntegration {
  return { omitted: `${what} needs Alertmanager 0.${minor}` };
}
