import type { Secret } from "../../model/secret";
import { sortedKeys } from "../../internal/sorted-keys";
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

/** PagerDuty Events API v2. */
export interface PagerDutyIntegration extends IntegrationBase {
  readonly kind: "pagerduty";
  readonly integrationKey: Secret;
  /** @default "critical" */
  readonly severity?: string;
  /** @default - none */
  readonly class?: string;
  /** @default - none */
  readonly component?: string;
  /** @default - none */
  readonly group?: string;
  /** @default - the back end's */
  readonly summary?: string;
  /** @default - the back end's */
  readonly source?: string;
  /** @default - the back end's */
  readonly client?: string;
  /** @default - the back end's */
  readonly clientUrl?: string;
  /** @default - the back end's */
  readonly details?: Readonly<Record<string, string>>;
  /** @default - the public API */
  readonly url?: string;
}

export const pagerduty = {
  pages: true,
  problems,
  terraformBlock,
  alertmanager: {
    section: "pagerduty_configs",
    sendResolved: true,
    secrets: ["routing_key", "service_key"],
    inherited: { url: "pagerduty_url" },
    defaults: {
      ...defaultTemplates("pagerduty", {
        description: "description",
        client: "client",
        client_url: "clientURL",
      }),
      url: "https://events.pagerduty.com/v2/enqueue",
      severity: "error",
    },
    mapDefaults: { details: () => defaultDetails },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<PagerDutyIntegration>;

/** What Alertmanager sends PagerDuty in any case; the file adds to it. */
const defaultDetails: Readonly<Record<string, string>> = {
  firing: '{{ template "pagerduty.default.instances" .Alerts.Firing }}',
  resolved: '{{ template "pagerduty.default.instances" .Alerts.Resolved }}',
  num_firing: "{{ .Alerts.Firing | len }}",
  num_resolved: "{{ .Alerts.Resolved | len }}",
};

const pagerDutySeverities = ["critical", "error", "warning", "info"];

function problems({
  url,
  clientUrl,
  severity,
}: PagerDutyIntegration): readonly string[] {
  return brokenRules([
    urlRule("url", url),
    urlRule("clientUrl", clientUrl),
    [
      severity !== undefined &&
        !severity.includes("{{") &&
        !pagerDutySeverities.includes(severity),
      `'severity' must be ${pagerDutySeverities.join(", ")} or a template, ${got(severity)}`,
    ],
  ]);
}

function terraformBlock(
  integration: PagerDutyIntegration,
  secrets: SecretTokens,
) {
  const { integrationKey, severity = "critical", component } = integration;
  const { group, summary, source, client, clientUrl, url } = integration;
  const { details, class: classOfEvent } = integration;
  return {
    ...resolveMessage(integration),
    integrationKey: secrets(integrationKey),
    severity,
    class: classOfEvent,
    component,
    group,
    summary,
    source,
    client,
    clientUrl,
    url,
    details: details === undefined ? undefined : sortedKeys(details),
  };
}

/** PagerDuty, by its Events API v2: a routing key, not a service key. */
function write(
  integration: PagerDutyIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      routing_key_file: secretFile(integration.integrationKey),
      url: integration.url,
      severity: context.text("severity", integration.severity ?? "critical"),
      class: context.text("class", integration.class),
      component: context.text("component", integration.component),
      group: context.text("group", integration.group),
      description: context.text("summary", integration.summary),
      source: context.text("source", integration.source),
      client: context.text("client", integration.client),
      client_url: context.text("clientUrl", integration.clientUrl),
      details: detailsOf(integration, context),
    },
  ];
}

function detailsOf(
  { details }: PagerDutyIntegration,
  context: AlertmanagerContext,
): Readonly<Record<string, string | undefined>> | undefined {
  return (
    details &&
    Object.fromEntries(
      Object.entries(details).map(([name, text]) => [
        name,
        context.text(`details.${name}`, text),
      ]),
    )
  );
}

/** PagerDuty, by its Events API v2. */
function read(fields: AlertmanagerFields): PagerDutyIntegration | undefined {
  const integrationKey = fields.secret("routing_key");
  if (integrationKey === undefined) {
    if (!fields.has("service_key_file")) return needed(fields, "routing_key");
    fields.list(
      "",
      "PagerDuty with a service key",
      "only the Events API v2 is known here; make an integration of that kind and use its routing_key",
    );
    return undefined;
  }
  // The model says "critical" where Alertmanager says "error".
  const severity = fields.template("severity") ?? "error";
  const url = fields.text("url");
  return {
    kind: "pagerduty",
    integrationKey,
    ...(severity === "critical" ? {} : { severity }),
    ...given({
      class: fields.template("class"),
      component: fields.template("component"),
      group: fields.template("group"),
      summary: fields.template("description"),
      source: fields.template("source"),
      client: fields.template("client"),
      clientUrl: fields.template("client_url"),
      details: readDetails(fields),
      url: url === undefined ? undefined : clearAddress(fields, "url", url),
    }),
    ...sendResolved(fields),
  };
}

function readDetails(
  fields: AlertmanagerFields,
): Readonly<Record<string, string>> | undefined {
  const details = fields.map("details");
  if (details === undefined) return undefined;
  const read: Record<string, string> = {};
  for (const name of details.names()) {
    // A map inside stays, and is listed.
    if (!details.isText(name)) continue;
    const text = details.template(name);
    if (text !== undefined) read[name] = text;
  }
  return Object.keys(read).length > 0 ? read : undefined;
}
