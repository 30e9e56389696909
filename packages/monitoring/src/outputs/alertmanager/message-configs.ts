import { canonicalDuration } from "../../model/duration";
import type { SmtpSettings } from "../../model/environment";
import type {
  EmailIntegration,
  JiraIntegration,
  SnsIntegration,
  WebhookIntegration,
} from "../../model/message-integrations";
import { httpConfig } from "./http-config";
import type { RenderContext } from "./render-context";
import {
  needsVersion,
  rendered,
  type RenderedIntegration,
} from "./rendered-integration";

/** E-mail; one message to all, or one each. Needs the environment's SMTP server. */
export function emailConfig(
  integration: EmailIntegration,
  context: RenderContext,
  smtp: SmtpSettings | undefined,
): RenderedIntegration {
  if (smtp === undefined) {
    return {
      omitted:
        "Alertmanager needs a server for e-mail; give the environment alerting.smtp",
    };
  }
  const { addresses, singleEmail = false, sendResolved = true } = integration;
  const subject = context.text("subject", integration.subject);
  const message = context.text("message", integration.message);
  const recipients = singleEmail ? [addresses.join(", ")] : addresses;
  return {
    section: "email_configs",
    configs: recipients.map((to) => ({
      send_resolved: sendResolved,
      to,
      headers: subject === undefined ? undefined : { Subject: subject },
      html: message,
    })),
  };
}

/** A webhook, which gets Alertmanager's own JSON. */
export function webhookConfig(
  integration: WebhookIntegration,
  context: RenderContext,
): RenderedIntegration {
  const { httpMethod, maxAlerts, headers } = integration;
  context.unknown({
    httpMethod: httpMethod === "POST" ? undefined : httpMethod,
    hmacSecret: integration.hmacSecret,
    payloadTemplate: integration.payloadTemplate,
    title: integration.title,
    message: integration.message,
  });
  return rendered("webhook_configs", {
    send_resolved: integration.sendResolved ?? true,
    url: integration.url,
    max_alerts: maxAlerts,
    http_config: httpConfig({
      ...integration,
      headers: context.since(28, "headers", headers),
    }),
  });
}

/** Amazon SNS; credentials come from the default chain, as Alertmanager reads keys from no file. */
export function snsConfig(
  integration: SnsIntegration,
  context: RenderContext,
): RenderedIntegration {
  if (integration.secretKey !== undefined) {
    return {
      omitted:
        "Alertmanager reads the keys of SNS from no file; use the default credential chain or a role",
    };
  }
  const { messageFormat = "text" } = integration;
  context.unknown({
    messageFormat: messageFormat === "text" ? undefined : messageFormat,
  });
  return rendered("sns_configs", {
    send_resolved: integration.sendResolved ?? true,
    topic_arn: integration.topicArn,
    sigv4: {
      region: integration.region ?? integration.topicArn.split(":")[3],
      role_arn: integration.assumeRoleArn,
      external_id: context.since(34, "externalId", integration.externalId),
    },
    subject: context.text("subject", integration.subject),
    message: context.text("body", integration.body),
  });
}

/** Jira, known since 0.28. */
export function jiraConfig(
  integration: JiraIntegration,
  context: RenderContext,
): RenderedIntegration {
  if (context.minor < 28) return needsVersion(28, "Jira");
  if (integration.apiToken === undefined) {
    return {
      omitted:
        "the user of Jira is a secret, which Alertmanager reads from no file; use apiToken",
    };
  }
  context.unknown({ dedupKeyField: integration.dedupKeyField });
  const { labels, reopenDuration } = integration;
  return rendered("jira_configs", {
    send_resolved: integration.sendResolved ?? true,
    api_url: integration.apiUrl,
    http_config: httpConfig({ authorizationCredentials: integration.apiToken }),
    project: integration.project,
    issue_type: integration.issueType,
    summary: context.text("summary", integration.summary),
    description: context.text("description", integration.description),
    labels: labels?.length ? labels : undefined,
    priority: context.text("priority", integration.priority),
    reopen_transition: integration.reopenTransition,
    resolve_transition: integration.resolveTransition,
    wont_fix_resolution: integration.wontFixResolution,
    reopen_duration: reopenDuration && canonicalDuration(reopenDuration),
    fields: integration.fields,
  });
}
