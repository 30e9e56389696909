import type {
  ContactPointAlertmanager,
  ContactPointEmail,
  ContactPointJira,
  ContactPointKafka,
  ContactPointSensugo,
  ContactPointSns,
  ContactPointWebhook,
} from "@cdktf/provider-grafana/lib/contact-point";
import { canonicalDuration,
  type AlertmanagerIntegration,
  type EmailIntegration,
  type JiraIntegration,
  type KafkaIntegration,
  type SensuGoIntegration,
  type SnsIntegration,
  type WebhookIntegration } from "monitoring-as-code";
import { sortedKeys } from "../literal-text";
import { optionalSecret, resolveMessage, type Secrets } from "./block";

export function alertmanagerBlock(
  integration: AlertmanagerIntegration,
  secrets: Secrets,
): ContactPointAlertmanager {
  const { url, basicAuthUser, basicAuthPassword } = integration;
  return {
    ...resolveMessage(integration),
    url,
    basicAuthUser,
    basicAuthPassword: optionalSecret(basicAuthPassword, secrets),
  };
}

export function emailBlock(integration: EmailIntegration): ContactPointEmail {
  const { addresses, singleEmail = false, subject, message } = integration;
  return {
    ...resolveMessage(integration),
    addresses: [...addresses].sort(),
    singleEmail,
    subject,
    message,
  };
}

export function jiraBlock(
  integration: JiraIntegration,
  secrets: Secrets,
): ContactPointJira {
  const { apiUrl, project, issueType, apiToken, user, password } = integration;
  const { summary, description, labels, priority, fields } = integration;
  const { reopenTransition, resolveTransition, reopenDuration } = integration;
  const { wontFixResolution, dedupKeyField } = integration;
  return {
    ...resolveMessage(integration),
    apiUrl,
    project,
    issueType,
    apiToken: optionalSecret(apiToken, secrets),
    user: optionalSecret(user, secrets),
    password: optionalSecret(password, secrets),
    summary,
    description,
    labels: labels === undefined ? undefined : [...labels].sort(),
    priority,
    reopenTransition,
    resolveTransition,
    wontFixResolution,
    reopenDuration:
      reopenDuration === undefined
        ? undefined
        : canonicalDuration(reopenDuration),
    dedupKeyField,
    fields: fields === undefined ? undefined : sortedKeys(fields),
  };
}

export function kafkaBlock(
  integration: KafkaIntegration,
  secrets: Secrets,
): ContactPointKafka {
  const { restProxyUrl, topic, apiVersion = "v2", clusterId } = integration;
  const { username, password, description, details } = integration;
  return {
    ...resolveMessage(integration),
    restProxyUrl: secrets(restProxyUrl),
    topic,
    apiVersion,
    clusterId,
    username,
    password: optionalSecret(password, secrets),
    description,
    details,
  };
}

export function sensuGoBlock(
  integration: SensuGoIntegration,
  secrets: Secrets,
): ContactPointSensugo {
  const { url, apiKey, entity, check, namespace } = integration;
  const { handler, message } = integration;
  return {
    ...resolveMessage(integration),
    url,
    apiKey: secrets(apiKey),
    entity,
    check,
    namespace,
    handler,
    message,
  };
}

/** The region has no attribute of its own: it is part of the topic's ARN. */
export function snsBlock(
  integration: SnsIntegration,
  secrets: Secrets,
): ContactPointSns {
  const { topicArn, authProvider = "default", accessKey } = integration;
  const { secretKey, assumeRoleArn, externalId } = integration;
  const { messageFormat, subject, body } = integration;
  return {
    ...resolveMessage(integration),
    topic: topicArn,
    authProvider,
    accessKey: optionalSecret(accessKey, secrets),
    secretKey: optionalSecret(secretKey, secrets),
    assumeRoleArn,
    externalId,
    messageFormat,
    subject,
    body,
  };
}

export function webhookBlock(
  integration: WebhookIntegration,
  secrets: Secrets,
): ContactPointWebhook {
  const { url, httpMethod = "POST", maxAlerts, headers } = integration;
  const { authorizationScheme, authorizationCredentials } = integration;
  const { basicAuthUser, basicAuthPassword, title, message } = integration;
  return {
    ...resolveMessage(integration),
    url,
    httpMethod,
    maxAlerts,
    authorizationScheme,
    authorizationCredentials: optionalSecret(authorizationCredentials, secrets),
    basicAuthUser,
    basicAuthPassword: optionalSecret(basicAuthPassword, secrets),
    headers: headers === undefined ? undefined : sortedKeys(headers),
    title,
    message,
    ...signatureOf(integration, secrets),
    ...payloadOf(integration),
  };
}

function signatureOf(
  { hmacSecret, oauth2 }: WebhookIntegration,
  secrets: Secrets,
): Pick<ContactPointWebhook, "hmacConfig" | "httpConfig"> {
  return {
    hmacConfig:
      hmacSecret === undefined ? undefined : { secret: secrets(hmacSecret) },
    httpConfig:
      oauth2 === undefined
        ? undefined
        : {
            oauth2: {
              clientId: oauth2.clientId,
              clientSecret: secrets(oauth2.clientSecret),
              tokenUrl: oauth2.tokenUrl,
              scopes:
                oauth2.scopes === undefined
                  ? undefined
                  : [...oauth2.scopes].sort(),
              endpointParams:
                oauth2.endpointParams === undefined
                  ? undefined
                  : sortedKeys(oauth2.endpointParams),
            },
          },
  };
}

function payloadOf({
  payloadTemplate,
}: WebhookIntegration): Pick<ContactPointWebhook, "payload"> {
  return {
    payload:
      payloadTemplate === undefined ? undefined : { template: payloadTemplate },
  };
}
