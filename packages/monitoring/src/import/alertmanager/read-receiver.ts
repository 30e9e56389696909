import type { Integration } from "../../model/integration";
import type { Receiver } from "../../model/receiver";
import { ConfigFields, type ConfigReading } from "./config-fields";
import {
  readDiscord,
  readSlack,
  readTeams,
  readTelegram,
  readWebex,
  readWecom,
} from "./read-chat";
import { readEmail, readJira, readSns, readWebhook } from "./read-messages";
import { readOpsgenie, readPagerduty, readPushover } from "./read-paging";
import type { ResolvedEntry, ResolvedReceiver } from "./resolved-config";

/** How an entry of each key of a receiver is read; `undefined` where it cannot be said, which is listed. */
const readers: Readonly<
  Record<string, (fields: ConfigFields) => Integration | undefined>
> = {
  discord_configs: readDiscord,
  email_configs: readEmail,
  jira_configs: readJira,
  msteams_configs: readTeams,
  opsgenie_configs: readOpsgenie,
  pagerduty_configs: readPagerduty,
  pushover_configs: readPushover,
  slack_configs: readSlack,
  sns_configs: readSns,
  telegram_configs: readTelegram,
  webex_configs: readWebex,
  webhook_configs: readWebhook,
  wechat_configs: readWecom,
};

/**
 * A receiver with what the model can say of it. One that is left without any integration reaches what the root's receiver
 * reaches, which is listed.
 */
export function readReceiver(
  { name, path, entries, fields }: ResolvedReceiver,
  reading: ConfigReading,
): Receiver {
  new ConfigFields(fields, path, reading).finish();
  const integrations = entries.flatMap((entry) => readEntry(entry, reading));
  if (entries.length > 0 && integrations.length === 0)
    reading.unexpressed.push({
      path,
      what: "a receiver of whose integrations none can be said",
      why: "its alerts reach what the receiver of the root reaches, until it is given one",
    });
  return { name, integrations };
}

function readEntry(
  { section, path, fields }: ResolvedEntry,
  reading: ConfigReading,
): readonly Integration[] {
  const read = readers[section];
  if (fields === undefined || read === undefined) {
    reading.unexpressed.push({
      path,
      what: section,
      why: "the model has no integration of this kind that Alertmanager knows",
    });
    return [];
  }
  const config = new ConfigFields(fields, path, reading);
  const integration = read(config);
  if (integration === undefined) return [];
  config.finish();
  return [integration];
}
