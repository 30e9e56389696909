import type { Secret } from "../../model/secret";
import {
  defaultTemplates,
  needsVersion,
  secretFile,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  given,
  needed,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Microsoft Teams webhook. */
export interface TeamsIntegration extends IntegrationBase {
  readonly kind: "teams";
  readonly url: Secret;
  /** @default - the back end's */
  readonly title?: string;
  /** @default - none */
  readonly sectionTitle?: string;
  /** @default - the back end's */
  readonly message?: string;
}

export const teams = {
  pages: false,
  // An address or a token that is a secret, and texts: nothing of its own can be wrong.
  problems: () => [],
  terraformBlock,
  alertmanager: {
    section: "msteams_configs",
    sendResolved: true,
    secrets: ["webhook_url"],
    inherited: {},
    defaults: defaultTemplates("msteams", {
      title: "title",
      summary: "summary",
      text: "text",
    }),
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<TeamsIntegration>;

function terraformBlock(integration: TeamsIntegration, secrets: SecretTokens) {
  const { url, title, sectionTitle, message } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    title,
    sectionTitle,
    message,
  };
}

/** Microsoft Teams; the receiver exists since 0.26, its webhook can be read from a file since 0.28. */
function write(
  integration: TeamsIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (context.minor < 28) {
    return needsVersion(28, "reading the webhook of Teams from a file");
  }
  context.unknown({ sectionTitle: integration.sectionTitle });
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      webhook_url_file: secretFile(integration.url),
      title: context.text("title", integration.title),
      text: context.text("message", integration.message),
    },
  ];
}

/** Microsoft Teams, by the webhook of a connector. */
function read(fields: AlertmanagerFields): TeamsIntegration | undefined {
  const url = fields.secret("webhook_url");
  if (url === undefined) return needed(fields, "webhook_url");
  return {
    kind: "teams",
    url,
    ...given({
      title: fields.template("title"),
      message: fields.template("text"),
    }),
    ...sendResolved(fields),
  };
}
