import type {
  ContactPointOncall,
  ContactPointOpsgenie,
  ContactPointOpsgenieResponders,
  ContactPointPagerduty,
  ContactPointPushover,
  ContactPointVictorops,
} from "@cdktf/provider-grafana/lib/contact-point";
import { compare,
  type OnCallIntegration,
  type OpsGenieIntegration,
  type OpsGenieResponder,
  type PagerDutyIntegration,
  type PushoverIntegration,
  type VictorOpsIntegration } from "monitoring-as-code";
import { sortedKeys } from "../literal-text";
import { optionalSecret, resolveMessage, type Secrets } from "./block";

export function onCallBlock(
  integration: OnCallIntegration,
  secrets: Secrets,
): ContactPointOncall {
  const { url, httpMethod = "POST", maxAlerts, title, message } = integration;
  const { authorizationScheme, authorizationCredentials } = integration;
  const { basicAuthUser, basicAuthPassword } = integration;
  return {
    ...resolveMessage(integration),
    url,
    httpMethod,
    maxAlerts,
    authorizationScheme,
    authorizationCredentials: optionalSecret(authorizationCredentials, secrets),
    basicAuthUser,
    basicAuthPassword: optionalSecret(basicAuthPassword, secrets),
    title,
    message,
  };
}

export function opsGenieBlock(
  integration: OpsGenieIntegration,
  secrets: Secrets,
): ContactPointOpsgenie {
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

function responderBlock({
  type,
  name,
  username,
  id,
}: OpsGenieResponder): ContactPointOpsgenieResponders {
  return { type, name, username, id };
}

function byText(a: object, b: object): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

export function pagerDutyBlock(
  integration: PagerDutyIntegration,
  secrets: Secrets,
): ContactPointPagerduty {
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

export function pushoverBlock(
  integration: PushoverIntegration,
  secrets: Secrets,
): ContactPointPushover {
  const { apiToken, userKey, priority = 0, okPriority = 0 } = integration;
  const { retrySeconds, expireSeconds, device, sound, okSound } = integration;
  const { title, message } = integration;
  return {
    ...resolveMessage(integration),
    apiToken: secrets(apiToken),
    userKey: secrets(userKey),
    priority,
    okPriority,
    retry: retrySeconds,
    expire: expireSeconds,
    device,
    sound,
    okSound,
    title,
    message,
    uploadImage: true,
  };
}

export function victorOpsBlock(
  integration: VictorOpsIntegration,
  secrets: Secrets,
): ContactPointVictorops {
  const { url, messageType = "CRITICAL", title, description } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    messageType,
    title,
    description,
  };
}
