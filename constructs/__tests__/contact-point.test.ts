import { ContactPoint as GrafanaContactPoint } from "@cdktf/provider-grafana/lib/contact-point";
import { ContactPoint } from "../src/contact-point";
import { MessageTemplates } from "../src/message-templates";
import { type Integration, secret } from "monitoring-as-code";
import { Secrets } from "../src/secrets";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

const token = secret("shop_token", "a token of the shop");
const other = secret("shop_other", "another secret of the shop");

function synthesize(...integrations: readonly Integration[]): string {
  return synthesizedGrafana((stack) => {
    const secrets = new Secrets(stack, "secrets");
    new ContactPoint(stack, "shop", {
      receiver: { name: "shop", integrations },
      secrets: (name) => secrets.for(name),
    });
  });
}

function define(...integrations: readonly Integration[]): ContactPoint {
  return new ContactPoint(testStack(), "shop", {
    receiver: { name: "shop", integrations },
    secrets: ({ secret: name }) => `value of ${name}`,
  });
}

const email: Integration = { kind: "email", addresses: ["shop@example.com"] };

describe("ContactPoint", () => {
  it("with defaults has its receiver's name, cannot be edited, and goes only after what uses it", () => {
    expect(
      onlyResourceIn(synthesize(email), "grafana_contact_point"),
    ).toMatchObject({
      name: "shop",
      disable_provenance: false,
      lifecycle: { create_before_destroy: true },
      email: [
        {
          addresses: ["shop@example.com"],
          single_email: false,
          disable_resolve_message: false,
        },
      ],
    });
  });

  it("can be left to editing in the browser", () => {
    const json = synthesizedGrafana((stack) => {
      new ContactPoint(stack, "shop", {
        receiver: { name: "shop", integrations: [email] },
        secrets: () => "",
        editable: true,
      });
    });
    expect(json).toHaveResourceWithProperties(GrafanaContactPoint, {
      disable_provenance: true,
    });
  });

  it("takes secrets from sensitive variables", () => {
    const json = synthesize({ kind: "slack", url: token });
    expect(json).toHaveResourceWithProperties(GrafanaContactPoint, {
      slack: [{ url: "${var.shop_token}", disable_resolve_message: false }],
    });
    expect(JSON.parse(json)).toMatchObject({
      variable: { shop_token: { sensitive: true } },
    });
  });

  it("does not depend on the order of integrations", () => {
    const hook = (url: string): Integration => ({ kind: "webhook", url });
    const a = hook("https://a.example.com");
    const b = hook("https://b.example.com");
    expect(synthesize(a, email, b)).toBe(synthesize(b, a, email));
  });

  it("does not depend on the order of entries in an integration", () => {
    const letter = (...addresses: readonly string[]): Integration => ({
      kind: "email",
      addresses,
    });
    expect(synthesize(letter("a@b.c", "d@e.f"))).toBe(
      synthesize(letter("d@e.f", "a@b.c")),
    );
  });

  it("hands Terraform's templates in texts over as text", () => {
    expect(
      synthesize({ kind: "line", token, title: "${a} %{b}" }),
    ).toHaveResourceWithProperties(GrafanaContactPoint, {
      line: [
        {
          title: "$${a} %%{b}",
          token: "${var.shop_token}",
          disable_resolve_message: false,
        },
      ],
    });
  });

  it("comes after the templates that its texts name", () => {
    const json = synthesizedGrafana((stack) => {
      const templates = new MessageTemplates(stack, "templates", {
        templates: [
          { name: "mail", template: '{{ define "mail.subject" }}x{{ end }}' },
          { name: "chat", template: '{{ define "chat.text" }}x{{ end }}' },
        ],
      });
      new ContactPoint(stack, "shop", {
        receiver: {
          name: "shop",
          integrations: [
            {
              kind: "email",
              addresses: ["shop@example.com"],
              subject: templates.ref("mail.subject"),
              message: '{{ template "default.message" . }}',
            },
          ],
        },
        secrets: () => "",
        templates,
      });
    });
    const { depends_on: dependsOn } = onlyResourceIn(
      json,
      "grafana_contact_point",
    );
    expect(dependsOn).toEqual([
      expect.stringMatching(/^grafana_message_template\.templates_mail_/),
    ]);
  });

  it("names the integration by kind, and by number where there are several", () => {
    expect(() =>
      define(email, { kind: "email", addresses: [] }, { kind: "slack" }),
    ).toThrow(
      new Error(
        [
          "test/shop:",
          "receiver \"shop\" > email 2: 'addresses' must hold at least one, got none",
          "receiver \"shop\" > slack: 'url' (an incoming webhook) or 'token' with 'channel' (the chat API) must be given, got neither",
        ].join("\n  "),
      ),
    );
  });

  test.each<[string, Integration, string]>([
    // prettier-ignore
    ["an address without scheme", { kind: "alertmanager", url: "alertmanager:9093" }, `alertmanager: 'url' must be an http or https URL without user and password, got "alertmanager:9093"`],
    // prettier-ignore
    ["a user without password", { kind: "alertmanager", url: "http://am:9093", basicAuthUser: "shop" }, "alertmanager: 'basicAuthUser' and 'basicAuthPassword' must be given together, got only 'basicAuthUser'"],
    // prettier-ignore
    ["a user in an address", { kind: "webhook", url: "https://shop:secret@example.com" }, `webhook: 'url' must be an http or https URL without user and password, got "https://shop:secret@example.com"`],
    // prettier-ignore
    ["a picture that is no URL", { kind: "discord", url: token, avatarUrl: "me.png" }, `discord: 'avatarUrl' must be an http or https URL without user and password, got "me.png"`],
    // prettier-ignore
    ["an empty text", { kind: "dingding", url: token, title: " " }, `dingding: 'title' must not be empty, got " "`],
    // prettier-ignore
    ["a text that is no Go template", { kind: "googlechat", url: token, message: "{{ .Status" }, "googlechat: 'message' must be a Go template: unclosed action at 1:1"],
    // prettier-ignore
    ["a text with a template that nobody defines", { kind: "teams", url: token, message: '{{ template "shop.text" . }}' }, `teams: {{ template "shop.text" }} must name a template that is defined (none)`],
    // prettier-ignore
    ["no address", { kind: "email", addresses: [] }, "email: 'addresses' must hold at least one, got none"],
    // prettier-ignore
    ["two addresses in one", { kind: "email", addresses: ["a@b.c;d@e.f"] }, `email: 'addresses' must hold one plain address each, got "a@b.c;d@e.f"`],
    // prettier-ignore
    ["an address twice", { kind: "email", addresses: ["a@b.c", "a@b.c"] }, `email: 'addresses' must name an address once, got "a@b.c" twice`],
    // prettier-ignore
    ["Jira without sign-in", { kind: "jira", apiUrl: "https://jira.example.com", project: "OPS", issueType: "Incident" }, "jira: 'apiToken', or 'user' and 'password' must be given, got neither"],
    // prettier-ignore
    ["Jira with two sign-ins", { kind: "jira", apiUrl: "https://jira.example.com", project: "OPS", issueType: "Incident", apiToken: token, user: other, password: other }, "jira: 'apiToken' and 'user' with 'password' must not be given both"],
    // prettier-ignore
    ["a Jira user without password", { kind: "jira", apiUrl: "https://jira.example.com", project: "OPS", issueType: "Incident", user: other }, "jira: 'user' and 'password' must be given together, got only 'user'"],
    // prettier-ignore
    ["a Jira field that is no number", { kind: "jira", apiUrl: "https://jira.example.com", project: "OPS", issueType: "Incident", apiToken: token, dedupKeyField: "customfield_1" }, `jira: 'dedupKeyField' must be the digits of a custom field, got "customfield_1"`],
    // prettier-ignore
    ["a Jira duration with a fraction", { kind: "jira", apiUrl: "https://jira.example.com", project: "OPS", issueType: "Incident", apiToken: token, reopenDuration: "1.5h" }, `jira: 'reopenDuration' must be a whole number and one of s, m, h, d, w, got "1.5h"`],
    // prettier-ignore
    ["a Jira label with a space", { kind: "jira", apiUrl: "https://jira.example.com", project: "OPS", issueType: "Incident", apiToken: token, labels: ["on call"] }, `jira: 'labels' must hold words without spaces, got "on call"`],
    // prettier-ignore
    ["no Jira project", { kind: "jira", apiUrl: "https://jira.example.com", project: "", issueType: "Incident", apiToken: token }, `jira: 'project' must not be empty, got ""`],
    // prettier-ignore
    ["Kafka v3 without cluster", { kind: "kafka", restProxyUrl: token, topic: "alerts", apiVersion: "v3" }, "kafka: 'clusterId' must be given for apiVersion v3, got none"],
    // prettier-ignore
    ["Kafka v2 with cluster", { kind: "kafka", restProxyUrl: token, topic: "alerts", clusterId: "lkc-1" }, `kafka: 'clusterId' must be left out for apiVersion v2, got "lkc-1"`],
    // prettier-ignore
    ["a Kafka password without user", { kind: "kafka", restProxyUrl: token, topic: "alerts", password: other }, "kafka: 'username' and 'password' must be given together, got only 'password'"],
    // prettier-ignore
    ["OnCall with two sign-ins", { kind: "oncall", url: "https://oncall.example.com", authorizationCredentials: token, basicAuthUser: "shop", basicAuthPassword: other }, "oncall: 'authorization…' and 'basicAuth…' must not be given both: choose one"],
    // prettier-ignore
    ["OnCall with a scheme only", { kind: "oncall", url: "https://oncall.example.com", authorizationScheme: "Bearer" }, "oncall: 'authorizationScheme' must be given with 'authorizationCredentials', got only the scheme"],
    // prettier-ignore
    ["half an alert", { kind: "oncall", url: "https://oncall.example.com", maxAlerts: 0.5 }, "oncall: 'maxAlerts' must be a whole number from 0 to 2147483647, got 0.5"],
    // prettier-ignore
    ["a responder without name", { kind: "opsgenie", apiKey: token, responders: [{ type: "team" }] }, `opsgenie: 'responders' must have exactly one of name, username and id each, got {"type":"team"}`],
    // prettier-ignore
    ["a responder with two names", { kind: "opsgenie", apiKey: token, responders: [{ type: "user", username: "ada", id: "1" }] }, `opsgenie: 'responders' must have exactly one of name, username and id each, got {"type":"user","username":"ada","id":"1"}`],
    // prettier-ignore
    ["an Opsgenie address of another protocol", { kind: "opsgenie", apiKey: token, url: "ftp://opsgenie.example.com" }, `opsgenie: 'url' must be an http or https URL without user and password, got "ftp://opsgenie.example.com"`],
    // prettier-ignore
    ["a severity that PagerDuty has not", { kind: "pagerduty", integrationKey: token, severity: "page" }, `pagerduty: 'severity' must be critical, error, warning, info or a template, got "page"`],
    // prettier-ignore
    ["an emergency without repetition", { kind: "pushover", apiToken: token, userKey: other, priority: 2 }, "pushover: 'retrySeconds' and 'expireSeconds' must be given for emergency priority (2)"],
    // prettier-ignore
    ["repetition without emergency", { kind: "pushover", apiToken: token, userKey: other, retrySeconds: 60 }, "pushover: 'retrySeconds' and 'expireSeconds' must be left out without emergency priority (2)"],
    // prettier-ignore
    ["an emergency that repeats too often", { kind: "pushover", apiToken: token, userKey: other, okPriority: 2, retrySeconds: 5, expireSeconds: 600 }, "pushover: 'retrySeconds' must be a whole number from 30 to 10800, got 5"],
    // prettier-ignore
    ["an emergency that never ends", { kind: "pushover", apiToken: token, userKey: other, priority: 2, retrySeconds: 60, expireSeconds: 90000 }, "pushover: 'expireSeconds' must be a whole number from 1 to 10800, got 90000"],
    // prettier-ignore
    ["a Sensu address that is none", { kind: "sensugo", url: "sensu", apiKey: token }, `sensugo: 'url' must be an http or https URL without user and password, got "sensu"`],
    // prettier-ignore
    ["Slack without anything", { kind: "slack" }, "slack: 'url' (an incoming webhook) or 'token' with 'channel' (the chat API) must be given, got neither"],
    // prettier-ignore
    ["Slack with webhook and token", { kind: "slack", url: token, token: other, channel: "#shop" }, "slack: 'url' and 'token' must not be given both: an incoming webhook needs no token"],
    // prettier-ignore
    ["a Slack token without channel", { kind: "slack", token }, "slack: 'channel' must be given with 'token', got none"],
    // prettier-ignore
    ["a Slack icon that is no URL", { kind: "slack", url: token, iconUrl: "//icon" }, `slack: 'iconUrl' must be an http or https URL without user and password, got "//icon"`],
    // prettier-ignore
    ["a topic that is no ARN", { kind: "sns", topicArn: "alerts" }, `sns: 'topicArn' must be the ARN of a topic such as "arn:aws:sns:eu-west-1:123456789012:alerts", got "alerts"`],
    // prettier-ignore
    ["the region of another topic", { kind: "sns", topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", region: "us-east-1" }, `sns: 'region' must be the region of the topic, eu-west-1, got "us-east-1"`],
    // prettier-ignore
    ["half a pair of keys", { kind: "sns", topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", secretKey: token }, "sns: 'accessKey' and 'secretKey' must be given together, got only 'secretKey'"],
    // prettier-ignore
    ["keys as sign-in without keys", { kind: "sns", topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", authProvider: "keys" }, "sns: 'accessKey' and 'secretKey' must be given for authProvider keys, got neither"],
    // prettier-ignore
    ["a role as sign-in without role", { kind: "sns", topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", authProvider: "arn" }, "sns: 'assumeRoleArn' must be given for authProvider arn, got none"],
    // prettier-ignore
    ["a role that is none", { kind: "sns", topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", assumeRoleArn: "alerts" }, `sns: 'assumeRoleArn' must be the ARN of a role, got "alerts"`],
    // prettier-ignore
    ["a chat by name", { kind: "telegram", token, chatId: "@shop" }, `telegram: 'chatId' must be digits, with a minus for groups, got "@shop"`],
    // prettier-ignore
    ["a chat beyond 64 bits", { kind: "telegram", token, chatId: "99999999999999999999" }, `telegram: 'chatId' must be digits, with a minus for groups, got "99999999999999999999"`],
    // prettier-ignore
    ["a thread beyond 32 bits", { kind: "telegram", token, chatId: "-1001", messageThreadId: 2147483648 }, "telegram: 'messageThreadId' must be a whole number from 1 to 2147483647, got 2147483648"],
    // prettier-ignore
    ["a gateway without star", { kind: "threema", gatewayId: "SHOPSHOP", recipientId: "ABCD1234", apiSecret: token }, `threema: 'gatewayId' must be * and 7 capital letters or digits, got "SHOPSHOP"`],
    // prettier-ignore
    ["a recipient of 7 characters", { kind: "threema", gatewayId: "*SHOPSHO", recipientId: "ABCD123", apiSecret: token }, `threema: 'recipientId' must be 8 capital letters or digits, got "ABCD123"`],
    // prettier-ignore
    ["a text with an unknown function", { kind: "victorops", url: token, title: "{{ .Status | shout }}" }, `victorops: 'title' must be a Go template: function "shout" is not defined at 1:14`],
    // prettier-ignore
    ["a room without id", { kind: "webex", token, roomId: "" }, `webex: 'roomId' must not be empty, got ""`],
    // prettier-ignore
    ["a webhook with two sign-ins", { kind: "webhook", url: "https://example.com", authorizationCredentials: token, basicAuthUser: "shop", basicAuthPassword: other }, "webhook: 'authorization…' and 'basicAuth…' must not be given both: choose one"],
    // prettier-ignore
    ["a webhook with OAuth and a password", { kind: "webhook", url: "https://example.com", basicAuthUser: "shop", basicAuthPassword: other, oauth2: { clientId: "shop", clientSecret: token, tokenUrl: "https://id.example.com" } }, "webhook: 'oauth2' must not be given with 'authorization…' or 'basicAuth…': choose one"],
    // prettier-ignore
    ["a token address that is none", { kind: "webhook", url: "https://example.com", oauth2: { clientId: "shop", clientSecret: token, tokenUrl: "id" } }, `webhook: 'oauth2.tokenUrl' must be an http or https URL without user and password, got "id"`],
    // prettier-ignore
    ["a reserved header", { kind: "webhook", url: "https://example.com", headers: { "user-agent": "shop" } }, `webhook: 'headers' must not set "user-agent", which Grafana reserves`],
    // prettier-ignore
    ["a header with a space", { kind: "webhook", url: "https://example.com", headers: { "X Shop": "1" } }, `webhook: 'headers' must have names of HTTP headers, got "X Shop"`],
    // prettier-ignore
    ["WeCom without anything", { kind: "wecom" }, "wecom: 'url' (a robot), or 'secret', 'corpId' and 'agentId' (an app) must be given, got neither"],
    // prettier-ignore
    ["WeCom with robot and app", { kind: "wecom", url: token, secret: other, corpId: "c", agentId: "a" }, "wecom: 'url' (a robot) and 'secret', 'corpId', 'agentId' (an app) must not be given both"],
    // prettier-ignore
    ["half a WeCom app", { kind: "wecom", secret: other, corpId: "c" }, "wecom: 'url' (a robot), or 'secret', 'corpId' and 'agentId' (an app) must be given, got no 'agentId'"],
  ])("rejects %s", (_, integration, message) => {
    expect(() => define(integration)).toThrow(
      new Error(`test/shop: receiver "shop" > ${message}`),
    );
  });

  test.each([
    ["", `'name' must not be empty, got ""`],
    [" shop", `'name' must be text without spaces around it, got " shop"`],
    [
      "empty",
      `'name' must not be empty or grafana-default-email, which Grafana has already, got "empty"`,
    ],
    [
      "grafana-default-email",
      `'name' must not be empty or grafana-default-email, which Grafana has already, got "grafana-default-email"`,
    ],
  ])("rejects the name %j", (name, message) => {
    expect(
      () =>
        new ContactPoint(testStack(), "point", {
          receiver: { name, integrations: [email] },
          secrets: () => "",
        }),
    ).toThrow(new Error(`test/point: receiver "${name}": ${message}`));
  });

  it("rejects a receiver without integrations", () => {
    expect(() => define()).toThrow(
      new Error(
        "test/shop: receiver \"shop\": 'integrations' must hold at least one, got none: its alerts would reach nobody",
      ),
    );
  });

  it("rejects the name of another contact point of the stack", () => {
    const stack = testStack();
    const props = {
      receiver: { name: "shop", integrations: [email] },
      secrets: (): string => "",
    };
    new ContactPoint(stack, "first", props);
    expect(() => new ContactPoint(stack, "second", props)).toThrow(
      new Error(
        'test/second: contact point "shop" must be defined once, got another at test/first',
      ),
    );
  });
});
