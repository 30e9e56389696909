import { parse } from "yaml";
import {
  alertmanagerConfig,
  type AlertmanagerConfig,
  type AlertmanagerVersion,
} from "../../../src/outputs/alertmanager/config";
import type { Notifications } from "../../../src/model/deployment";
import {
  integrationKinds,
  type Integration,
} from "../../../src/notifications/integrations/integration";
import { is, matches } from "../../../src/model/matcher";
import { secret } from "../../../src/model/secret";
import { environmentWith } from "../../environment-fixture";
import {
  nights,
  notificationsWith,
  shop,
  slo,
} from "../../notifications/notifications-fixture";
import { everyIntegration } from "./every-integration";

const environment = environmentWith({
  smtp: {
    smarthost: "smtp.example.com:587",
    from: "alerts@example.com",
    user: "alerts",
    password: secret("smtp_password", "SMTP"),
  },
});

interface Parsed {
  readonly [key: string]: unknown;
  readonly receivers: readonly Readonly<Record<string, unknown>>[];
}

function parsed({ files }: AlertmanagerConfig): Parsed {
  return parse(files[0]?.content ?? "") as Parsed;
}

function withReceiver(...integrations: Integration[]): Notifications {
  const receiver = { name: "r", integrations };
  return notificationsWith([{ matchers: [is("a", "1")], receiver }]);
}

function sectionsOf(
  version: AlertmanagerVersion,
  ...integrations: Integration[]
): Readonly<Record<string, unknown>> | undefined {
  const config = alertmanagerConfig(
    withReceiver(...integrations),
    environment,
    version,
  );
  return parsed(config).receivers[1];
}

describe("alertmanagerConfig", () => {
  it("writes the tree, timings and inhibitions", () => {
    expect(parsed(alertmanagerConfig(shop, environment))).toMatchObject({
      global: {
        resolve_timeout: "5m",
        smtp_smarthost: "smtp.example.com:587",
        smtp_from: "alerts@example.com",
        smtp_auth_username: "alerts",
        smtp_auth_password_file: "/etc/alertmanager/secrets/smtp_password",
      },
      route: {
        receiver: "default",
        group_by: ["alertname", "cluster", "service"],
        group_wait: "10s",
        group_interval: "5m",
        repeat_interval: "4h",
        routes: [
          {
            receiver: "critical-alerts",
            matchers: ['severity="critical"'],
            repeat_interval: "1h",
            continue: true,
          },
          { receiver: "slo-alerts", matchers: ['slo=~".+"'] },
          {
            receiver: "business-alerts",
            matchers: ['alertname=~"PaymentFailureSpike|InventoryLow"'],
            mute_time_intervals: ["nights"],
          },
          { receiver: "infrastructure-alerts" },
        ],
      },
      time_intervals: [
        {
          name: "nights",
          time_intervals: [
            {
              times: [
                { start_time: "00:00", end_time: "08:00" },
                { start_time: "18:00", end_time: "24:00" },
              ],
              location: "Europe/Berlin",
            },
          ],
        },
      ],
      inhibit_rules: [
        {
          source_matchers: ['alertname="ServiceDown"'],
          target_matchers: ['severity="warning"'],
          equal: ["service"],
        },
      ],
    });
  });

  it("writes names of inhibitions as comments for versions that do not know them", () => {
    const text = (version: AlertmanagerVersion): string =>
      alertmanagerConfig(shop, environment, version).files[0]?.content ?? "";
    expect(text("0.25")).toContain("  # service-down\n  - source_matchers:");
    expect(text("0.30")).toContain("  - name: service-down\n");
  });

  it("writes matchers that every parser reads alike", () => {
    const notifications = notificationsWith([
      { matchers: [matches("a", '\\d+\t"x"\n'), is("b", "")] },
    ]);
    expect(
      parsed(alertmanagerConfig(notifications, environment)),
    ).toMatchObject({
      route: {
        routes: [{ matchers: ['a=~"\\\\d+\t\\"x\\"\\n"', 'b=""'] }],
      },
    });
  });

  it("writes active timings", () => {
    const notifications = notificationsWith([
      { matchers: [], receiver: slo, activeTimings: [nights] },
    ]);
    expect(
      parsed(alertmanagerConfig(notifications, environment)),
    ).toMatchObject({
      route: { routes: [{ active_time_intervals: ["nights"] }] },
    });
  });

  it("never writes a secret, only the path of its file", () => {
    for (const version of ["0.25", "0.34"] as const) {
      const { files } = alertmanagerConfig(
        withReceiver(...everyIntegration),
        environment,
        version,
      );
      const paths = files[0]?.content.match(/^.*\/secrets\/.*$/gm) ?? [];
      expect(paths.length).toBeGreaterThan(5);
      for (const line of paths) {
        expect(line).toMatch(
          /_file: \/etc\/alertmanager\/secrets\/[a-z0-9_]+$/,
        );
      }
    }
  });

  it("tells the fate of every kind", () => {
    const { omitted } = alertmanagerConfig(
      withReceiver(...everyIntegration),
      environment,
      "0.34",
    );
    const written = new Set(
      Object.keys(sectionsOf("0.34", ...everyIntegration) ?? {}),
    );
    expect([...written].sort()).toEqual([
      "discord_configs",
      "email_configs",
      "jira_configs",
      "msteams_configs",
      "name",
      "opsgenie_configs",
      "pagerduty_configs",
      "pushover_configs",
      "slack_configs",
      "sns_configs",
      "telegram_configs",
      "webex_configs",
      "webhook_configs",
      "wechat_configs",
    ]);
    const leftOut = omitted.flatMap(
      (line) => /^receiver "r": (\w+) is left out: /.exec(line)?.[1] ?? [],
    );
    expect([...new Set(leftOut)].sort()).toEqual([
      "alertmanager",
      "dingding",
      "googlechat",
      "jira",
      "kafka",
      "line",
      "oncall",
      "sensugo",
      "sns",
      "threema",
      "victorops",
      "wecom",
    ]);
    expect(new Set(everyIntegration.map(({ kind }) => kind)).size).toBe(
      integrationKinds.length,
    );
  });

  it("says what the oldest version cannot do", () => {
    const { omitted, files } = alertmanagerConfig(
      withReceiver(
        ...everyIntegration.filter(({ kind }) =>
          [
            "discord",
            "jira",
            "pushover",
            "teams",
            "telegram",
            "wecom",
            "webhook",
          ].includes(kind),
        ),
      ),
      environment,
      "0.25",
    );
    expect(omitted).toEqual([
      'receiver "r": discord is left out: reading the webhook of Discord from a file needs Alertmanager 0.28',
      'receiver "r": jira is left out: Jira needs Alertmanager 0.28',
      'receiver "r": jira is left out: Jira needs Alertmanager 0.28',
      'receiver "r": pushover is left out: reading the keys of Pushover from files needs Alertmanager 0.26',
      'receiver "r": teams is left out: reading the webhook of Teams from a file needs Alertmanager 0.28',
      'receiver "r": telegram is left out: reading the token of Telegram from a file needs Alertmanager 0.26',
      'receiver "r": webhook: httpMethod is left out: Alertmanager has no such field',
      'receiver "r": webhook: hmacSecret is left out: Alertmanager has no such field',
      'receiver "r": webhook: payloadTemplate is left out: Alertmanager has no such field',
      'receiver "r": webhook: title is left out: Alertmanager has no such field',
      'receiver "r": webhook: message is left out: Alertmanager has no such field',
      'receiver "r": webhook: headers is left out: it needs Alertmanager 0.28',
      'receiver "r": wecom is left out: reading the secret of WeChat Work from a file needs Alertmanager 0.31',
      'receiver "r": wecom is left out: Alertmanager knows apps of WeChat Work, not robots',
    ]);
    expect(files[0]?.content).toContain(
      "  # wecom is left out: Alertmanager knows apps of WeChat Work, not robots\n  - name: r\n",
    );
  });

  it("hands over to the root's receiver where nothing is left", () => {
    const { omitted } = alertmanagerConfig(
      withReceiver({ kind: "line", token: secret("line_token", "") }),
      environment,
    );
    expect(omitted).toEqual([
      'receiver "r": line is left out: Alertmanager has no integration of kind line',
      'receiver "r": no integration is left, so it reaches what receiver "default" reaches',
    ]);
    expect(
      sectionsOf("0.25", { kind: "line", token: secret("l", "") }),
    ).toEqual({
      name: "r",
      webhook_configs: [
        { send_resolved: true, url: "http://hooks.example/default" },
      ],
    });
  });

  it.each<[string, Integration, unknown]>([
    [
      "one e-mail an address",
      { kind: "email", addresses: ["a@x.org", "b@x.org"], subject: "s" },
      {
        email_configs: [
          { to: "a@x.org", headers: { Subject: "s" } },
          { to: "b@x.org" },
        ],
      },
    ],
    [
      "one e-mail to all",
      { kind: "email", addresses: ["a@x.org", "b@x.org"], singleEmail: true },
      { email_configs: [{ to: "a@x.org, b@x.org" }] },
    ],
    [
      "Slack's chat API",
      { kind: "slack", token: secret("t", ""), channel: "C1" },
      {
        slack_configs: [
          {
            api_url: "https://slack.com/api/chat.postMessage",
            http_config: {
              authorization: {
                type: "Bearer",
                credentials_file: "/etc/alertmanager/secrets/t",
              },
            },
            channel: "C1",
          },
        ],
      },
    ],
    [
      "mentions in Slack",
      {
        kind: "slack",
        url: secret("u", ""),
        mentionChannel: "channel",
        mentionUsers: ["U1"],
        mentionGroups: ["S1"],
      },
      { slack_configs: [{ pretext: "<!channel> <@U1> <!subteam^S1>" }] },
    ],
    [
      "PagerDuty's severity",
      { kind: "pagerduty", integrationKey: secret("p", "") },
      {
        pagerduty_configs: [
          {
            routing_key_file: "/etc/alertmanager/secrets/p",
            severity: "critical",
          },
        ],
      },
    ],
    [
      "Opsgenie without closing",
      { kind: "opsgenie", apiKey: secret("o", ""), autoClose: false },
      { opsgenie_configs: [{ send_resolved: false }] },
    ],
    [
      "Pushover's two priorities",
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        priority: 2,
        retrySeconds: 60,
        expireSeconds: 3600,
      },
      {
        pushover_configs: [
          {
            priority: '{{ if eq .Status "firing" }}2{{ else }}0{{ end }}',
            retry: "60s",
            expire: "3600s",
          },
        ],
      },
    ],
    [
      "Telegram's chat as a number",
      { kind: "telegram", token: secret("t", ""), chatId: "-1001234567890" },
      { telegram_configs: [{ chat_id: -1001234567890, parse_mode: "HTML" }] },
    ],
    [
      "SNS in the topic's region",
      { kind: "sns", topicArn: "arn:aws:sns:eu-central-1:1:t" },
      { sns_configs: [{ sigv4: { region: "eu-central-1" } }] },
    ],
    [
      "the end of alerts",
      { kind: "webhook", url: "http://h.example", sendResolved: false },
      { webhook_configs: [{ send_resolved: false }] },
    ],
  ])("writes %s", (_, integration, expected) => {
    expect(sectionsOf("0.34", integration)).toMatchObject(expected as object);
  });

  it("leaves e-mail out where the environment has no server for it", () => {
    const { omitted } = alertmanagerConfig(
      withReceiver({ kind: "email", addresses: ["a@x.org"] }),
      environmentWith(),
    );
    expect(omitted[0]).toBe(
      'receiver "r": email is left out: Alertmanager needs a server for e-mail; give the environment alerting.smtp',
    );
  });

  describe("templates", () => {
    const templates = [
      {
        name: "good one",
        template: '{{ define "g" }}{{ .Status | toUpper }}{{ end }}',
      },
      {
        name: "later",
        template: '{{ define "l" }}{{ .Labels | toJson }}{{ end }}',
      },
      {
        name: "grafana",
        template:
          '{{ define "v" }}{{ range .Alerts }}{{ .Values.A }}{{ end }}{{ end }}',
      },
    ];
    const notifications = {
      ...withReceiver({
        kind: "discord",
        url: secret("d", ""),
        title: '{{ template "v" . }}',
        message: '{{ template "g" . }}',
      }),
      templates,
    };

    it("writes those that the version can parse, and no field that uses another", () => {
      const { files, omitted } = alertmanagerConfig(
        notifications,
        environment,
        "0.28",
      );
      expect(files.slice(1)).toEqual([
        {
          path: "templates/good_one.tmpl",
          content: `${templates[0]?.template ?? ""}\n`,
        },
      ]);
      expect(omitted).toEqual([
        'template "later" is left out: function toJson needs Alertmanager 0.30',
        'template "grafana" is left out: only Grafana has .Values',
        'receiver "r": discord: title is left out: template "v" is left out',
      ]);
      expect(parsed({ files, omitted })).toMatchObject({
        templates: ["templates/*.tmpl"],
        receivers: [
          {},
          { discord_configs: [{ message: '{{ template "g" . }}' }] },
        ],
      });
    });

    it("names no folder where there are none", () => {
      expect(parsed(alertmanagerConfig(shop, environment))).not.toHaveProperty(
        "templates",
      );
    });
  });

  it.each(["0.24", "1.0", "0.25.0", "latest"])(
    "rejects the version %s",
    (version) => {
      expect(() =>
        alertmanagerConfig(shop, environment, version as AlertmanagerVersion),
      ).toThrow(
        `the version of Alertmanager must be "0.25" or later, written with two numbers, got "${version}"`,
      );
    },
  );

  it("takes the version from the environment", () => {
    const later = environmentWith({ alertmanagerVersion: "0.34" });
    expect(alertmanagerConfig(shop, later).files[0]?.content).toContain(
      "name: service-down",
    );
  });
});
