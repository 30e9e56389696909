import { readFileSync } from "node:fs";
import path from "node:path";
import { ContactPoint } from "../src/contact-point";
import { integrationBlocks } from "../src/integration-blocks";
import {
  integrationKinds,
  type Integration,
  type IntegrationKind,
  secret,
} from "monitoring-as-code";
import { onlyResourceIn, synthesizedGrafana } from "./test-stack";

const first = secret("first", "the first secret");
const second = secret("second", "the second secret");
const third = secret("third", "the third secret");

/** Every field of every kind, with the block that it must become. */
const complete: {
  readonly [Kind in IntegrationKind]: readonly [
    Omit<Required<Extract<Integration, { kind: Kind }>>, "kind">,
    Readonly<Record<string, unknown>>,
  ];
} = {
  alertmanager: [
    {
      sendResolved: false,
      url: "http://am:9093",
      basicAuthUser: "u",
      basicAuthPassword: first,
    },
    {
      disable_resolve_message: true,
      url: "http://am:9093",
      basic_auth_user: "u",
      basic_auth_password: "<first>",
    },
  ],
  dingding: [
    {
      sendResolved: true,
      url: first,
      messageType: "actionCard",
      title: "t",
      message: "m",
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      message_type: "actionCard",
      title: "t",
      message: "m",
    },
  ],
  discord: [
    {
      sendResolved: true,
      url: first,
      title: "t",
      message: "m",
      avatarUrl: "https://a.example.com/a.png",
      useDiscordUsername: true,
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      title: "t",
      message: "m",
      avatar_url: "https://a.example.com/a.png",
      use_discord_username: true,
    },
  ],
  email: [
    {
      sendResolved: true,
      addresses: ["b@c.d", "a@b.c"],
      singleEmail: true,
      subject: "s",
      message: "m",
    },
    {
      disable_resolve_message: false,
      addresses: ["a@b.c", "b@c.d"],
      single_email: true,
      subject: "s",
      message: "m",
    },
  ],
  googlechat: [
    {
      sendResolved: true,
      url: first,
      title: "t",
      message: "m",
      showOpenButton: false,
      showVersionInfo: false,
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      title: "t",
      message: "m",
      hide_open_button: true,
      hide_version_info: true,
    },
  ],
  jira: [
    {
      sendResolved: true,
      apiUrl: "https://jira.example.com",
      project: "OPS",
      issueType: "Incident",
      apiToken: first,
      user: second,
      password: third,
      summary: "s",
      description: "d",
      labels: ["y", "x"],
      priority: "High",
      reopenTransition: "Reopen",
      resolveTransition: "Done",
      wontFixResolution: "Won't fix",
      reopenDuration: "90m",
      dedupKeyField: "10001",
      fields: { b: "2", a: "1" },
    },
    {
      disable_resolve_message: false,
      api_url: "https://jira.example.com",
      project: "OPS",
      issue_type: "Incident",
      api_token: "<first>",
      user: "<second>",
      password: "<third>",
      summary: "s",
      description: "d",
      labels: ["x", "y"],
      priority: "High",
      reopen_transition: "Reopen",
      resolve_transition: "Done",
      wont_fix_resolution: "Won't fix",
      reopen_duration: "1h30m",
      dedup_key_field: "10001",
      fields: { a: "1", b: "2" },
    },
  ],
  kafka: [
    {
      sendResolved: true,
      restProxyUrl: first,
      topic: "alerts",
      apiVersion: "v3",
      clusterId: "lkc",
      username: "u",
      password: second,
      description: "d",
      details: "e",
    },
    {
      disable_resolve_message: false,
      rest_proxy_url: "<first>",
      topic: "alerts",
      api_version: "v3",
      cluster_id: "lkc",
      username: "u",
      password: "<second>",
      description: "d",
      details: "e",
    },
  ],
  line: [
    { sendResolved: true, token: first, title: "t", description: "d" },
    {
      disable_resolve_message: false,
      token: "<first>",
      title: "t",
      description: "d",
    },
  ],
  oncall: [
    {
      sendResolved: true,
      url: "https://oncall.example.com",
      httpMethod: "PUT",
      maxAlerts: 5,
      authorizationScheme: "Token",
      authorizationCredentials: first,
      basicAuthUser: "u",
      basicAuthPassword: second,
      title: "t",
      message: "m",
    },
    {
      disable_resolve_message: false,
      url: "https://oncall.example.com",
      http_method: "PUT",
      max_alerts: 5,
      authorization_scheme: "Token",
      authorization_credentials: "<first>",
      basic_auth_user: "u",
      basic_auth_password: "<second>",
      title: "t",
      message: "m",
    },
  ],
  opsgenie: [
    {
      sendResolved: true,
      apiKey: first,
      url: "https://api.eu.opsgenie.com",
      message: "m",
      description: "d",
      autoClose: false,
      overridePriority: false,
      sendTagsAs: "both",
      responders: [
        { type: "user", username: "ada" },
        { type: "team", name: "shop" },
        { type: "schedule", id: "1" },
      ],
    },
    {
      disable_resolve_message: false,
      api_key: "<first>",
      url: "https://api.eu.opsgenie.com",
      message: "m",
      description: "d",
      auto_close: false,
      override_priority: false,
      send_tags_as: "both",
      responders: [
        { type: "schedule", id: "1" },
        { type: "team", name: "shop" },
        { type: "user", username: "ada" },
      ],
    },
  ],
  pagerduty: [
    {
      sendResolved: true,
      integrationKey: first,
      severity: "warning",
      class: "c",
      component: "o",
      group: "g",
      summary: "s",
      source: "r",
      client: "l",
      clientUrl: "https://c.example.com",
      details: { b: "2", a: "1" },
      url: "https://events.example.com",
    },
    {
      disable_resolve_message: false,
      integration_key: "<first>",
      severity: "warning",
      class: "c",
      component: "o",
      group: "g",
      summary: "s",
      source: "r",
      client: "l",
      client_url: "https://c.example.com",
      details: { a: "1", b: "2" },
      url: "https://events.example.com",
    },
  ],
  pushover: [
    {
      sendResolved: true,
      apiToken: first,
      userKey: second,
      priority: 2,
      okPriority: -1,
      retrySeconds: 60,
      expireSeconds: 600,
      device: "d",
      sound: "siren",
      okSound: "bike",
      title: "t",
      message: "m",
    },
    {
      disable_resolve_message: false,
      api_token: "<first>",
      user_key: "<second>",
      priority: 2,
      ok_priority: -1,
      retry: 60,
      expire: 600,
      device: "d",
      sound: "siren",
      ok_sound: "bike",
      title: "t",
      message: "m",
      upload_image: true,
    },
  ],
  sensugo: [
    {
      sendResolved: true,
      url: "https://sensu.example.com",
      apiKey: first,
      entity: "e",
      check: "c",
      namespace: "n",
      handler: "h",
      message: "m",
    },
    {
      disable_resolve_message: false,
      url: "https://sensu.example.com",
      api_key: "<first>",
      entity: "e",
      check: "c",
      namespace: "n",
      handler: "h",
      message: "m",
    },
  ],
  slack: [
    {
      sendResolved: true,
      url: first,
      token: second,
      channel: "#shop",
      username: "u",
      iconEmoji: ":x:",
      iconUrl: "https://i.example.com",
      title: "t",
      text: "x",
      color: "good",
      mentionChannel: "here",
      mentionUsers: ["u2", "u1"],
      mentionGroups: ["g2", "g1"],
      endpointUrl: "https://slack.example.com",
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      token: "<second>",
      recipient: "#shop",
      username: "u",
      icon_emoji: ":x:",
      icon_url: "https://i.example.com",
      title: "t",
      text: "x",
      color: "good",
      mention_channel: "here",
      mention_users: "u1,u2",
      mention_groups: "g1,g2",
      endpoint_url: "https://slack.example.com",
    },
  ],
  sns: [
    {
      sendResolved: true,
      topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts",
      region: "eu-west-1",
      authProvider: "keys",
      accessKey: first,
      secretKey: second,
      assumeRoleArn: "arn:aws:iam::123456789012:role/a",
      externalId: "x",
      messageFormat: "json",
      subject: "s",
      body: "b",
    },
    {
      disable_resolve_message: false,
      topic: "arn:aws:sns:eu-west-1:123456789012:alerts",
      auth_provider: "keys",
      access_key: "<first>",
      secret_key: "<second>",
      assume_role_arn: "arn:aws:iam::123456789012:role/a",
      external_id: "x",
      message_format: "json",
      subject: "s",
      body: "b",
    },
  ],
  teams: [
    {
      sendResolved: true,
      url: first,
      title: "t",
      sectionTitle: "s",
      message: "m",
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      title: "t",
      section_title: "s",
      message: "m",
    },
  ],
  telegram: [
    {
      sendResolved: true,
      token: first,
      chatId: "-100",
      messageThreadId: 7,
      parseMode: "HTML",
      message: "m",
      webPagePreview: false,
      notifications: false,
      protectContent: true,
    },
    {
      disable_resolve_message: false,
      token: "<first>",
      chat_id: "-100",
      message_thread_id: "7",
      parse_mode: "HTML",
      message: "m",
      disable_web_page_preview: true,
      disable_notifications: true,
      protect_content: true,
    },
  ],
  threema: [
    {
      sendResolved: true,
      gatewayId: "*ABCDEFG",
      recipientId: "ABCDEFGH",
      apiSecret: first,
      title: "t",
      description: "d",
    },
    {
      disable_resolve_message: false,
      gateway_id: "*ABCDEFG",
      recipient_id: "ABCDEFGH",
      api_secret: "<first>",
      title: "t",
      description: "d",
    },
  ],
  victorops: [
    {
      sendResolved: true,
      url: first,
      messageType: "WARNING",
      title: "t",
      description: "d",
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      message_type: "WARNING",
      title: "t",
      description: "d",
    },
  ],
  webex: [
    {
      sendResolved: true,
      token: first,
      roomId: "r",
      apiUrl: "https://webex.example.com",
      message: "m",
    },
    {
      disable_resolve_message: false,
      token: "<first>",
      room_id: "r",
      api_url: "https://webex.example.com",
      message: "m",
    },
  ],
  webhook: [
    {
      sendResolved: true,
      url: "https://h.example.com",
      httpMethod: "PUT",
      maxAlerts: 3,
      authorizationScheme: "Token",
      authorizationCredentials: first,
      basicAuthUser: "u",
      basicAuthPassword: second,
      headers: { "X-B": "2", "X-A": "1" },
      hmacSecret: third,
      oauth2: {
        clientId: "c",
        clientSecret: first,
        tokenUrl: "https://id.example.com",
        scopes: ["w", "r"],
        endpointParams: { b: "2", a: "1" },
      },
      payloadTemplate: "{}",
      title: "t",
      message: "m",
    },
    {
      disable_resolve_message: false,
      url: "https://h.example.com",
      http_method: "PUT",
      max_alerts: 3,
      authorization_scheme: "Token",
      authorization_credentials: "<first>",
      basic_auth_user: "u",
      basic_auth_password: "<second>",
      headers: { "X-A": "1", "X-B": "2" },
      hmac_config: { secret: "<third>" },
      http_config: {
        oauth2: {
          client_id: "c",
          client_secret: "<first>",
          token_url: "https://id.example.com",
          scopes: ["r", "w"],
          endpoint_params: { a: "1", b: "2" },
        },
      },
      payload: { template: "{}" },
      title: "t",
      message: "m",
    },
  ],
  wecom: [
    {
      sendResolved: true,
      url: first,
      secret: second,
      corpId: "c",
      agentId: "a",
      messageType: "text",
      toUser: "@all",
      title: "t",
      message: "m",
    },
    {
      disable_resolve_message: false,
      url: "<first>",
      secret: "<second>",
      corp_id: "c",
      agent_id: "a",
      msg_type: "text",
      to_user: "@all",
      title: "t",
      message: "m",
    },
  ],
};

/** The least that each kind needs, with the booleans that its block must still hold. */
const smallest: readonly [Integration, Readonly<Record<string, boolean>>][] = [
  [{ kind: "discord", url: first }, { use_discord_username: false }],
  [{ kind: "email", addresses: ["a@b.c"] }, { single_email: false }],
  [
    { kind: "googlechat", url: first },
    { hide_open_button: false, hide_version_info: false },
  ],
  [
    { kind: "opsgenie", apiKey: first },
    { auto_close: true, override_priority: true },
  ],
  [
    { kind: "pushover", apiToken: first, userKey: second },
    { upload_image: true },
  ],
  [
    { kind: "telegram", token: first, chatId: "1" },
    {
      disable_web_page_preview: false,
      disable_notifications: false,
      protect_content: false,
    },
  ],
];

interface Schema {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly resource_schemas: {
          readonly grafana_contact_point: {
            readonly block: {
              readonly block_types: Readonly<
                Record<
                  string,
                  {
                    readonly block: {
                      readonly attributes: Readonly<
                        Record<
                          string,
                          {
                            readonly computed?: boolean;
                            readonly type?: unknown;
                          }
                        >
                      >;
                      readonly block_types?: Readonly<Record<string, unknown>>;
                    };
                  }
                >
              >;
            };
          };
        };
      }
    >
  >;
}

const schema = JSON.parse(
  readFileSync(
    path.join(
      __dirname,
      "..",
      "..",
      "packages",
      "provider-grafana",
      "schema.json",
    ),
    "utf8",
  ),
) as Schema;
const blockTypes = Object.values(schema.provider_schemas)[0]?.resource_schemas
  .grafana_contact_point.block.block_types;

/** Attributes that no field of the model becomes. */
const unused: Readonly<Partial<Record<IntegrationKind, readonly string[]>>> = {
  webhook: ["tls_config"],
};

function blockOf(integration: Integration): unknown {
  const json = synthesizedGrafana((stack) => {
    new ContactPoint(stack, "point", {
      receiver: { name: "point", integrations: [integration] },
      secrets: ({ secret: name }) => `<${name}>`,
    });
  });
  return onlyResourceIn(json, "grafana_contact_point")[integration.kind];
}

describe(integrationBlocks, () => {
  it("knows the kinds that the provider knows", () => {
    expect(Object.keys(blockTypes ?? {}).sort()).toEqual(integrationKinds);
  });

  test.each(integrationKinds)("writes every field of %s", (kind) => {
    const [fields, expected] = complete[kind];
    const written = integrationBlocks(
      [{ kind, ...fields } as Integration],
      ({ secret: name }) => `<${name}>`,
    )[kind];
    const [block]: readonly unknown[] = Array.isArray(written) ? written : [];
    expect(snakeCased(block)).toEqual(expected);
  });

  test.each(integrationKinds)(
    "uses every attribute of the provider's block %s",
    (kind) => {
      const block = blockTypes?.[kind]?.block;
      const attributes = Object.entries(block?.attributes ?? {})
        .filter(
          ([name, { computed }]) => computed !== true && name !== "settings",
        )
        .map(([name]) => name);
      const names = [...attributes, ...Object.keys(block?.block_types ?? {})];
      expect(Object.keys(complete[kind][1]).sort()).toEqual(
        names.filter((name) => !unused[kind]?.includes(name)).sort(),
      );
    },
  );

  test.each(smallest)(
    "writes booleans of $kind that nobody set, because unset ones are sent as false",
    (integration, booleans) => {
      expect(blockOf(integration)).toEqual([expect.objectContaining(booleans)]);
    },
  );

  it("never writes the map of undeclared settings", () => {
    const all = integrationKinds.map(
      (kind) => ({ kind, ...complete[kind][0] }) as Integration,
    );
    const text = JSON.stringify(integrationBlocks(all, () => "x"));
    expect(text).not.toContain('"settings"');
  });
});

/** Names of attributes as the provider writes them; keys of maps stay. */
function snakeCased(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => snakeCased(inner));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]: [string, unknown]) => [
        isMap
          ? key
          : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        snakeCased(inner, ["headers", "fields", "details"].includes(key)),
      ]),
  );
}
