import { isDuration } from "../model/duration";
import type {
  AlertmanagerIntegration,
  EmailIntegration,
  JiraIntegration,
  KafkaIntegration,
  SensuGoIntegration,
  SnsIntegration,
  WebhookIntegration,
} from "../model/message-integrations";
import {
  httpProblems,
  textRule,
  togetherRule,
  urlRule,
} from "./integration-rules";
import { brokenRules, got, repeatedIn } from "../rules/rule-table";

/** Headers that Grafana sets itself or refuses to forward. */
const reservedHeaders: ReadonlySet<string> = new Set([
  "accept-charset",
  "accept-encoding",
  "authorization",
  "connection",
  "content-encoding",
  "content-length",
  "cookie",
  "date",
  "expect",
  "forwarded",
  "host",
  "keep-alive",
  "max-forwards",
  "origin",
  "proxy-authenticate",
  "proxy-authorization",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "via",
  "x-forwarded-for",
  "x-real-ip",
]);

export function alertmanagerProblems({
  url,
  basicAuthUser,
  basicAuthPassword,
}: AlertmanagerIntegration): readonly string[] {
  return brokenRules([
    urlRule("url", url),
    togetherRule(
      ["basicAuthUser", "basicAuthPassword"],
      [basicAuthUser, basicAuthPassword],
    ),
  ]);
}

export function emailProblems({
  addresses,
}: EmailIntegration): readonly string[] {
  return [
    ...brokenRules([
      [addresses.length === 0, "'addresses' must hold at least one, got none"],
      ...addresses.map(
        (address) =>
          [
            !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address),
            `'addresses' must hold one plain address each, ${got(address)}`,
          ] as const,
      ),
    ]),
    ...repeatedIn(addresses).map(
      (address) =>
        `'addresses' must name an address once, got "${address}" twice`,
    ),
  ];
}

export function jiraProblems(integration: JiraIntegration): readonly string[] {
  const { apiUrl, project, issueType, apiToken, user, password } = integration;
  const { reopenDuration, dedupKeyField, labels = [] } = integration;
  const hasPassword = user !== undefined || password !== undefined;
  return brokenRules([
    urlRule("apiUrl", apiUrl),
    textRule("project", project),
    textRule("issueType", issueType),
    [
      apiToken === undefined && !hasPassword,
      "'apiToken', or 'user' and 'password' must be given, got neither",
    ],
    [
      apiToken !== undefined && hasPassword,
      "'apiToken' and 'user' with 'password' must not be given both",
    ],
    togetherRule(["user", "password"], [user, password]),
    [
      dedupKeyField !== undefined && !/^\d+$/.test(dedupKeyField),
      `'dedupKeyField' must be the digits of a custom field, ${got(dedupKeyField)}`,
    ],
    [
      reopenDuration !== undefined && !isDuration(reopenDuration),
      `'reopenDuration' must be a whole number and one of s, m, h, d, w, ${got(reopenDuration)}`,
    ],
    ...labels.map(
      (label) =>
        [
          !label.includes("{{") && !/^\S+$/.test(label),
          `'labels' must hold words without spaces, ${got(label)}`,
        ] as const,
    ),
  ]);
}

export function kafkaProblems({
  topic,
  apiVersion = "v2",
  clusterId,
  username,
  password,
}: KafkaIntegration): readonly string[] {
  return brokenRules([
    textRule("topic", topic),
    [
      apiVersion === "v3" && (clusterId === undefined || clusterId === ""),
      "'clusterId' must be given for apiVersion v3, got none",
    ],
    [
      apiVersion === "v2" && clusterId !== undefined,
      `'clusterId' must be left out for apiVersion v2, ${got(clusterId)}`,
    ],
    togetherRule(["username", "password"], [username, password]),
  ]);
}

export function sensuGoProblems({
  url,
}: SensuGoIntegration): readonly string[] {
  return brokenRules([urlRule("url", url)]);
}

export function snsProblems(integration: SnsIntegration): readonly string[] {
  const { topicArn, region, authProvider = "default" } = integration;
  const { accessKey, secretKey, assumeRoleArn } = integration;
  const arn = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):\d{12}:[\w-]+(\.fifo)?$/.exec(
    topicArn,
  );
  return brokenRules([
    [
      arn === null,
      `'topicArn' must be the ARN of a topic such as "arn:aws:sns:eu-west-1:123456789012:alerts", ${got(topicArn)}`,
    ],
    [
      arn !== null && region !== undefined && region !== arn[1],
      `'region' must be the region of the topic, ${arn?.[1]}, ${got(region)}`,
    ],
    togetherRule(["accessKey", "secretKey"], [accessKey, secretKey]),
    [
      authProvider === "keys" &&
        accessKey === undefined &&
        secretKey === undefined,
      "'accessKey' and 'secretKey' must be given for authProvider keys, got neither",
    ],
    [
      authProvider === "arn" && assumeRoleArn === undefined,
      "'assumeRoleArn' must be given for authProvider arn, got none",
    ],
    [
      assumeRoleArn !== undefined &&
        !/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(assumeRoleArn),
      `'assumeRoleArn' must be the ARN of a role, ${got(assumeRoleArn)}`,
    ],
  ]);
}

export function webhookProblems(
  integration: WebhookIntegration,
): readonly string[] {
  const { url, headers = {}, oauth2, payloadTemplate } = integration;
  const signsIn =
    integration.authorizationCredentials !== undefined ||
    integration.basicAuthUser !== undefined;
  return [
    ...httpProblems(url, integration),
    ...brokenRules([
      ...Object.keys(headers).map(
        (header) =>
          [
            reservedHeaders.has(header.toLowerCase()),
            `'headers' must not set "${header}", which Grafana reserves`,
          ] as const,
      ),
      ...Object.keys(headers).map(
        (header) =>
          [
            !/^[!#$%&'*+.^_`|~\w-]+$/.test(header),
            `'headers' must have names of HTTP headers, ${got(header)}`,
          ] as const,
      ),
      [
        oauth2 !== undefined && signsIn,
        "'oauth2' must not be given with 'authorization…' or 'basicAuth…': choose one",
      ],
      urlRule("oauth2.tokenUrl", oauth2?.tokenUrl),
      textRule("oauth2.clientId", oauth2?.clientId),
      textRule("payloadTemplate", payloadTemplate),
    ]),
  ];
}
