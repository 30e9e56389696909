import type {
  EmailIntegration,
  JiraIntegration,
  SnsIntegration,
  WebhookIntegration,
} from "../../model/message-integrations";
import { clearAddress } from "./clear-address";
import type { ConfigFields } from "./config-fields";
import { given, sendResolved } from "./given";
import { readHttp } from "./read-http";

/** E-mail; several addresses in one field are one message to all. */
export function readEmail(fields: ConfigFields): EmailIntegration {
  const addresses = fields
    .required("to")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  return {
    kind: "email",
    addresses,
    ...(addresses.length > 1 ? { singleEmail: true } : {}),
    ...given({
      subject: fields.map("headers")?.template("Subject"),
      message: fields.template("html"),
    }),
    ...sendResolved(fields),
  };
}

/** Any HTTP endpoint, unless its address holds a secret. */
export function readWebhook(
  fields: ConfigFields,
): WebhookIntegration | undefined {
  if (fields.has("url_file")) {
    fields.list(
      "",
      "a webhook whose address is in a file",
      "the address of a webhook is written in clear here",
    );
    return undefined;
  }
  const address = clearAddress(fields, "url", fields.required("url"));
  if (address === undefined) {
    fields.list(
      "",
      "a webhook whose address seems to hold a secret",
      "the address of a webhook is written in clear here",
    );
    return undefined;
  }
  return {
    kind: "webhook",
    url: address,
    ...given({ maxAlerts: fields.number("max_alerts") }),
    ...readHttp(fields),
    ...sendResolved(fields),
  };
}

/** Amazon SNS. */
export function readSns(fields: ConfigFields): SnsIntegration | undefined {
  const topicArn = fields.text("topic_arn");
  if (topicArn === undefined) {
    fields.list(
      "",
      "SNS without topic",
      "messages go to a topic here, not to a number or an endpoint",
    );
    return undefined;
  }
  const sigv4 = fields.map("sigv4");
  const accessKey = sigv4?.secret("access_key");
  const secretKey = sigv4?.secret("secret_key");
  if (secretKey !== undefined)
    fields.list(
      "",
      "SNS with keys",
      "Alertmanager reads the keys from no file, so it is deployed to Grafana only; give Alertmanager a role",
    );
  return {
    kind: "sns",
    topicArn,
    ...(secretKey === undefined ? {} : { authProvider: "keys" as const }),
    ...given({
      region: sigv4?.text("region"),
      accessKey,
      secretKey,
      assumeRoleArn: sigv4?.text("role_arn"),
      externalId: sigv4?.text("external_id"),
      subject: fields.template("subject"),
      body: fields.template("message"),
    }),
    ...sendResolved(fields),
  };
}

/** Jira. A user's name is a secret here, which Alertmanager reads from no file. */
export function readJira(fields: ConfigFields): JiraIntegration | undefined {
  const http = readHttp(fields);
  const { authorizationCredentials: apiToken, basicAuthPassword: password } =
    http;
  if (apiToken === undefined) {
    fields.list(
      "",
      password === undefined ? "Jira without credentials" : "Jira with a user",
      "Alertmanager is given a token for Jira here, as authorization of http_config",
    );
    return undefined;
  }
  if (http.authorizationScheme !== undefined)
    fields.list(
      "http_config.authorization.type",
      "another scheme than Bearer",
      "the token of Jira is sent as Bearer",
    );
  const labels = fields.texts("labels");
  const apiUrl = fields.text("api_url") ?? "";
  const address = clearAddress(fields, "api_url", apiUrl);
  if (address === undefined) {
    fields.list("", "Jira at such an address", "it needs an address");
    return undefined;
  }
  return {
    kind: "jira",
    apiUrl: address,
    project: fields.required("project"),
    issueType: fields.required("issue_type"),
    apiToken,
    ...given({
      summary: fields.template("summary"),
      description: fields.template("description"),
      ...(labels?.length ? { labels } : {}),
      priority: fields.template("priority"),
      reopenTransition: fields.text("reopen_transition"),
      resolveTransition: fields.text("resolve_transition"),
      wontFixResolution: fields.text("wont_fix_resolution"),
      reopenDuration: fields.duration("reopen_duration"),
      fields: fields.map("fields")?.restAsTexts(),
    }),
    ...sendResolved(fields),
  };
}
