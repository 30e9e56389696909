import type {
  OpsGenieIntegration,
  PagerDutyIntegration,
  PushoverIntegration,
} from "../../model/paging-integrations";
import { secretFile, type RenderContext } from "./render-context";
import {
  needsVersion,
  rendered,
  type RenderedIntegration,
} from "./rendered-integration";

/** PagerDuty, by its Events API v2: a routing key, not a service key. */
export function pagerdutyConfig(
  integration: PagerDutyIntegration,
  context: RenderContext,
): RenderedIntegration {
  return rendered("pagerduty_configs", {
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
  });
}

function detailsOf(
  { details }: PagerDutyIntegration,
  context: RenderContext,
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

/** Opsgenie; an alert is closed there whenever its end is told. */
export function opsgenieConfig(
  integration: OpsGenieIntegration,
  context: RenderContext,
): RenderedIntegration {
  const { autoClose = true, sendResolved = true, responders } = integration;
  context.unknown({
    overridePriority: integration.overridePriority,
    sendTagsAs: integration.sendTagsAs,
  });
  return rendered("opsgenie_configs", {
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
  });
}

/** Pushover; its keys can be read from files since 0.26. */
export function pushoverConfig(
  integration: PushoverIntegration,
  context: RenderContext,
): RenderedIntegration {
  if (context.minor < 26) {
    return needsVersion(26, "reading the keys of Pushover from files");
  }
  const { priority = 0, okPriority = 0, sound, okSound } = integration;
  return rendered("pushover_configs", {
    send_resolved: integration.sendResolved ?? true,
    token_file: secretFile(integration.apiToken),
    user_key_file: secretFile(integration.userKey),
    priority: whileFiring(String(priority), String(okPriority)),
    retry: seconds(integration.retrySeconds),
    expire: seconds(integration.expireSeconds),
    device: integration.device,
    sound:
      sound === undefined && okSound === undefined
        ? undefined
        : whileFiring(sound ?? "", okSound ?? sound ?? ""),
    title: context.text("title", integration.title),
    message: context.text("message", integration.message),
  });
}

/** Alertmanager has one field for both states, which may be a template. */
function whileFiring(firing: string, resolved: string): string {
  return firing === resolved
    ? firing
    : `{{ if eq .Status "firing" }}${firing}{{ else }}${resolved}{{ end }}`;
}

function seconds(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}s`;
}
