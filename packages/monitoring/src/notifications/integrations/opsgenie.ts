import type { Secret } from "../../model/secret";
import { compare } from "../../internal/text-order";
import { brokenRules, got } from "../../rules/rule-table";
import {
  defaultTemplates,
  secretFile,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  clearAddress,
  given,
  needed,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { urlRule } from "./field-rules";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** A team, user, escalation or schedule; exactly one of `name`, `username`, `id`. */
export interface OpsGenieResponder {
  readonly type: "team" | "teams" | "user" | "escalation" | "schedule";
  /** @default - username or id */
  readonly name?: string;
  /** @default - name or id */
  readonly username?: string;
  /** @default - name or username */
  readonly id?: string;
}

/** Opsgenie. */
export interface OpsGenieIntegration extends IntegrationBase {
  readonly kind: "opsgenie";
  readonly apiKey: Secret;
  /** @default - the public API */
  readonly url?: string;
  /** @default - the back end's */
  readonly message?: string;
  /** @default - the back end's */
  readonly description?: string;
  /** @default true */
  readonly autoClose?: boolean;
  /** @default true */
  readonly overridePriority?: boolean;
  /** @default "tags" */
  readonly sendTagsAs?: "tags" | "details" | "both";
  /** @default [] */
  readonly responders?: readonly OpsGenieResponder[];
}

export const opsgenie = {
  pages: true,
  problems,
  terraformBlock,
  alertmanager: {
    section: "opsgenie_configs",
    sendResolved: true,
    secrets: ["api_key"],
    inherited: { api_url: "opsgenie_api_url", api_key: "opsgenie_api_key" },
    defaults: {
      ...defaultTemplates("opsgenie", {
        message: "message",
        description: "description",
        source: "source",
      }),
      api_url: "https://api.opsgenie.com/",
      update_alerts: "false",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<OpsGenieIntegration>;

function responderProblems(responder: OpsGenieResponder): readonly string[] {
  const { name, username, id } = responder;
  const given = [name, username, id].filter(
    (value) => value !== undefined && value !== "",
  );
  return brokenRules([
    [
      given.length !== 1,
      `'responders' must have exactly one of name, username and id each, ${got(responder)}`,
    ],
  ]);
}

function problems({
  url,
  responders = [],
}: OpsGenieIntegration): readonly string[] {
  return [
    ...brokenRules([urlRule("url", url)]),
    ...responders.flatMap(responderProblems),
  ];
}

function terraformBlock(
  integration: OpsGenieIntegration,
  secrets: SecretTokens,
) {
  const { apiKey, url, message, description, responders = [] } = integration;
  const {
    autoClose = true,
    overridePriority = true,
    sendTagsAs = "tags",
  } = integration;
  return {
    ...resolveMessage(integration),
    apiKey: secrets(apiKey),
    url,
    message,
    description,
    autoClose,
    overridePriority,
    sendTagsAs,
    responders:
      responders.length === 0
        ? undefined
        : responders.map(responderBlock).sort(byText),
  };
}

function responderBlock({ type, name, username, id }: OpsGenieResponder) {
  return { type, name, username, id };
}

function byText(a: object, b: object): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

/** Opsgenie; an alert is closed there whenever Grafana or Alertmanager reports that it is resolved. */
function write(
  integration: OpsGenieIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  const { autoClose = true, sendResolved = true, responders } = integration;
  context.unknown({
    overridePriority: integration.overridePriority,
    sendTagsAs: integration.sendTagsAs,
  });
  return [
    {
      send_resolved: sendResolved && autoClose,
      api_key_file: secretFile(integration.apiKey),
      api_url: integration.url,
      message: context.text("message", integration.message),
      description: context.text("description", integration.description),
      responders: responders?.length
        ? responders.map(({ type, name, username, id }) => ({
            type,
            name,
            username,
            id,
          }))
        : undefined,
    },
  ];
}

/** Opsgenie. */
function read(fields: AlertmanagerFields): OpsGenieIntegration | undefined {
  const apiKey = fields.secret("api_key");
  if (apiKey === undefined) return needed(fields, "api_key");
  const responders = (fields.maps("responders") ?? []).map(readResponder);
  const url = fields.text("api_url");
  return {
    kind: "opsgenie",
    apiKey,
    ...given({
      url: url === undefined ? undefined : clearAddress(fields, "api_url", url),
      message: fields.template("message"),
      description: fields.template("description"),
    }),
    ...(responders.length > 0 ? { responders } : {}),
    ...sendResolved(fields),
  };
}

const responderTypes: readonly OpsGenieResponder["type"][] = [
  "team",
  "teams",
  "user",
  "escalation",
  "schedule",
];

function readResponder(fields: AlertmanagerFields): OpsGenieResponder {
  const said = fields.required("type");
  const type = responderTypes.find((known) => known === said);
  if (type === undefined)
    fields.list(
      "type",
      `a responder of type ${JSON.stringify(said)}`,
      `it is ${responderTypes.join(", ")} here; written as team`,
    );
  return {
    type: type ?? "team",
    ...given({
      name: fields.text("name"),
      username: fields.text("username"),
      id: fields.text("id"),
    }),
  };
}
