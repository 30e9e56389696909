import {
  integrationProblems,
  templatesUsedBy,
} from "../../../src/notifications/integration-problems";
import type { Integration } from "../../../src/notifications/integrations/integration";
import { secret } from "../../../src/model/secret";
import { everyIntegration } from "../../outputs/alertmanager/every-integration";

describe(integrationProblems, () => {
  test.each<[Integration, string]>([
    [
      { kind: "email", addresses: [] },
      "'addresses' must hold at least one, got none",
    ],
    [
      { kind: "email", addresses: ["a, b"] },
      "'addresses' must hold one plain address each, got \"a, b\"",
    ],
    [
      { kind: "webhook", url: "hooks.example" },
      "'url' must be an http or https URL without user and password, got \"hooks.example\"",
    ],
    [
      { kind: "webhook", url: "https://h.example", basicAuthUser: "a" },
      "'basicAuthUser' and 'basicAuthPassword' must be given together, got only 'basicAuthUser'",
    ],
    [
      {
        kind: "webhook",
        url: "https://h.example",
        authorizationScheme: "Basic",
      },
      "'authorizationScheme' must be given with 'authorizationCredentials', got only the scheme",
    ],
    [
      {
        kind: "oncall",
        url: "https://h.example",
        authorizationCredentials: secret("a", ""),
        basicAuthUser: "u",
        basicAuthPassword: secret("b", ""),
      },
      "'authorization…' and 'basicAuth…' must not be given both: choose one",
    ],
    [
      { kind: "slack" },
      "'url' (an incoming webhook) or 'token' with 'channel' (the chat API) must be given, got neither",
    ],
    [
      { kind: "slack", token: secret("a", "") },
      "'channel' must be given with 'token', got none",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "Bug",
      },
      "'apiToken', or 'user' and 'password' must be given, got neither",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "Bug",
        user: secret("u", ""),
      },
      "'user' and 'password' must be given together, got only 'user'",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "",
        apiToken: secret("u", ""),
      },
      "'issueType' must not be empty, got \"\"",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "Bug",
        apiToken: secret("u", ""),
        dedupKeyField: "x1",
      },
      "'dedupKeyField' must be the digits of a custom field, got \"x1\"",
    ],
    [
      {
        kind: "kafka",
        restProxyUrl: secret("k", ""),
        topic: "t",
        apiVersion: "v3",
      },
      "'clusterId' must be given for apiVersion v3, got none",
    ],
    [
      {
        kind: "opsgenie",
        apiKey: secret("o", ""),
        responders: [{ type: "team" }],
      },
      '\'responders\' must have exactly one of name, username and id each, got {"type":"team"}',
    ],
    [
      { kind: "pagerduty", integrationKey: secret("Pager-Key", "") },
      "'integrationKey' must be a secret named in lower-case letters, digits and underscores, got \"Pager-Key\"",
    ],
    [
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        priority: 2,
      },
      "'retrySeconds' and 'expireSeconds' must be given for emergency priority (2)",
    ],
    [
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        priority: 2,
        retrySeconds: 5,
        expireSeconds: 60,
      },
      "'retrySeconds' must be a whole number from 30 to 10800, got 5",
    ],
    [
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        priority: 2,
        retrySeconds: 60,
        expireSeconds: 20_000,
      },
      "'expireSeconds' must be a whole number from 1 to 10800, got 20000",
    ],
    [
      { kind: "sns", topicArn: "topic" },
      '\'topicArn\' must be the ARN of a topic such as "arn:aws:sns:eu-west-1:123456789012:alerts", got "topic"',
    ],
    [
      {
        kind: "sns",
        topicArn: "arn:aws:sns:eu-central-1:123456789012:t",
        accessKey: secret("a", ""),
      },
      "'accessKey' and 'secretKey' must be given together, got only 'accessKey'",
    ],
    [
      { kind: "telegram", token: secret("t", ""), chatId: "@channel" },
      "'chatId' must be digits, with a minus for groups, got \"@channel\"",
    ],
    [
      {
        kind: "telegram",
        token: secret("t", ""),
        chatId: "1",
        messageThreadId: 2 ** 31,
      },
      "'messageThreadId' must be a whole number from 1 to 2147483647, got 2147483648",
    ],
    [
      {
        kind: "threema",
        gatewayId: "ABCDEFGH",
        recipientId: "12345678",
        apiSecret: secret("t", ""),
      },
      "'gatewayId' must be * and 7 capital letters or digits, got \"ABCDEFGH\"",
    ],
    [
      {
        kind: "threema",
        gatewayId: "*ABCDEFG",
        recipientId: "1",
        apiSecret: secret("t", ""),
      },
      "'recipientId' must be 8 capital letters or digits, got \"1\"",
    ],
    [
      { kind: "webex", token: secret("w", ""), roomId: "" },
      "'roomId' must not be empty, got \"\"",
    ],
    [
      { kind: "wecom" },
      "'url' (a robot), or 'secret', 'corpId' and 'agentId' (an app) must be given, got neither",
    ],
    [
      { kind: "wecom", url: secret("w", ""), corpId: "c" },
      "'url' (a robot) and 'secret', 'corpId', 'agentId' (an app) must not be given both",
    ],
    [
      { kind: "alertmanager", url: "ftp://a.example" },
      "'url' must be an http or https URL without user and password, got \"ftp://a.example\"",
    ],
    [
      { kind: "sensugo", url: "s", apiKey: secret("s", "") },
      "'url' must be an http or https URL without user and password, got \"s\"",
    ],
    [
      {
        kind: "threema",
        gatewayId: "*abcdefg",
        recipientId: "ABCDEFGH",
        apiSecret: secret("t", ""),
      },
      "'gatewayId' must be * and 7 capital letters or digits, got \"*abcdefg\"",
    ],
    [
      { kind: "discord", url: secret("d", ""), avatarUrl: "logo.png" },
      "'avatarUrl' must be an http or https URL without user and password, got \"logo.png\"",
    ],
    [
      { kind: "teams", url: secret("t", ""), title: " " },
      "'title' must not be empty, got \" \"",
    ],
    [
      { kind: "googlechat", url: secret("g", ""), message: "{{ .Status" },
      "'message' must be a Go template: unclosed action at 1:1",
    ],
    [
      {
        kind: "webhook",
        url: "https://a.example",
        oauth2: {
          clientId: "c",
          clientSecret: secret("Client", ""),
          tokenUrl: "https://b.example",
        },
      },
      "'oauth2.clientSecret' must be a secret named in lower-case letters, digits and underscores, got \"Client\"",
    ],
  ])("rejects %j", (integration, message) => {
    expect(integrationProblems(integration)).toEqual([message]);
  });

  test.each(everyIntegration)("accepts $kind", (integration) => {
    expect(integrationProblems(integration)).toEqual([]);
  });
});

describe(templatesUsedBy, () => {
  test("names each template of the texts once", () => {
    expect(
      templatesUsedBy({
        kind: "slack",
        url: secret("s", ""),
        title: '{{ template "b" . }}{{ template "a" . }}',
        text: '{{ template "a" . }}',
      }),
    ).toEqual(["b", "a"]);
  });
});
