import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleProject as root } from "../../in-sample-project";
import { findProject } from "../../../src/project/load-project";
import { evaluateSource } from "../../../src/import/evaluate-source";
import { alertmanagerConfig } from "../../../src/outputs/alertmanager/config";
import { alertmanagerRoundTrip } from "../../../src/import/alertmanager/alertmanager-round-trip";
import {
  importAlertmanager,
  type AlertmanagerImport,
} from "../../../src/import/alertmanager/import-alertmanager";
import type { AlertmanagerImportOptions } from "../../../src/import/alertmanager/import-options";
import { exportedNotifications } from "../../../src/import/alertmanager/notifications-source";
import type { RootNotifications } from "../../../src/model/notifications";
import { oneOfEachKind } from "../../property-runs";
import { environmentWith } from "../../environment-fixture";

const files = join(__dirname, "files");
const file = (name: string): string => readFileSync(join(files, name), "utf8");

const options: AlertmanagerImportOptions = {
  name: "imported",
  environment: environmentWith(),
  readTemplates: (pattern) =>
    pattern === "template/*.tmpl"
      ? [{ path: "template/acme.tmpl", content: file("template/acme.tmpl") }]
      : [],
};

/** What the written files export, as the command evaluates them. */
async function written({
  files: sources,
}: AlertmanagerImport): Promise<RootNotifications> {
  const { path, constant } = exportedNotifications(options.name);
  const exported = await evaluateSource(sources, path, root);
  return exported[constant] as RootNotifications;
}

describe("configurations of a project", () => {
  const cases = (["0.34", "0.25"] as const).flatMap((version) =>
    findProject().content.environments.map(
      ({ name }) => [name, version] as const,
    ),
  );
  // Both versions for the environment that has most in it.
  const tried = oneOfEachKind(cases, ([name, version]) =>
    name === "prod" ? `${name} ${version}` : name,
  );

  test.each(tried)(
    "%s for Alertmanager %s comes back as it was",
    async (name, version) => {
      const { notifications, environment } = findProject().deployment(name);
      const rendered = alertmanagerConfig(notifications, environment, version);
      const [config, ...templates] = rendered.files;
      const text = config?.content ?? "";
      const { smtp } = environment.alerting;
      const own: AlertmanagerImportOptions = {
        name: options.name,
        environment,
        ...(smtp === undefined ? {} : { smtp: [smtp] }),
        readTemplates: () => templates,
      };
      const result = importAlertmanager(text, own);
      const back = await written(result);
      expect(back).toEqual(result.notifications);
      expect(
        alertmanagerRoundTrip(back, result.smtp, text, own, result.unexpressed),
      ).toEqual([]);
      // What Alertmanager does not know stands in comments: nothing but the source holds it.
      const { omitted } = rendered;
      expect(result.unexpressed.map(({ path, what }) => [path, what])).toEqual(
        omitted.length === 0
          ? []
          : [["comments", `${omitted.length} comments`]],
      );
    },
  );
});

const foreign = readdirSync(files).filter((name) => /\.ya?ml$/.test(name));

/** Every value of the files that nobody may read. */
const secretValues = [
  "pa55-of-the-mail",
  "cl4ssicS3cret",
  "0psgenie-k3y",
  "1234556789",
  "5ervice-k3y",
  "r0uting-k3y",
  "0therS3cret",
  "b4sic-passw0rd",
  "pr0xyP4ss",
  "1nAddr3ss",
  "v1ct0rops-k3y",
  "d1scordS3cret",
  "w3chat-s3cret",
  "unus3d-k3y",
  "t0ken-of-hooks",
  "ap1-key-in-header",
  "0auth-s3cret",
  "0auth-passw0rd",
  "slackS3cretBesideToken",
  "abcdef0123456789",
  "pu5h-user",
  "pu5h-token",
  "w3bex-token",
  "t3ams-s3cret",
  "j1ra-token",
  "j1ra-passw0rd",
  "AKIA-key",
  "5ns-secret",
  "0g-key",
  "xoxb-slack-t0ken",
];

describe("configurations of other tools", () => {
  test.each(foreign)("%s comes back but for what is listed", async (name) => {
    const text = file(name);
    const result = importAlertmanager(text, options);
    const back = await written(result);
    expect(back).toEqual(result.notifications);
    expect(
      alertmanagerRoundTrip(
        back,
        result.smtp,
        text,
        options,
        result.unexpressed,
      ),
    ).toEqual([]);
  });

  test("write no secret down, and show none", () => {
    const texts = foreign.map(file).join("\n");
    for (const value of secretValues) expect(texts).toContain(value);
    for (const name of foreign) {
      const result = JSON.stringify(importAlertmanager(file(name), options));
      for (const value of secretValues) expect(result).not.toContain(value);
    }
  });

  test("list every secret by the name that it got", () => {
    const { unexpressed, notifications } = importAlertmanager(
      file("classic.yml"),
      options,
    );
    expect(
      unexpressed.find(
        ({ path }) =>
          path === 'receivers["team-DB-pager"].slack_configs[0].api_url',
      ),
    ).toEqual({
      path: 'receivers["team-DB-pager"].slack_configs[0].api_url',
      what: "a secret that is written down",
      why: 'it is the secret "imported_team_db_pager_slack_api_url" now: the file /etc/alertmanager/secrets/imported_team_db_pager_slack_api_url for Alertmanager, TF_VAR_imported_team_db_pager_slack_api_url for Terraform',
    });
    const [slack] =
      notifications.receivers.find(({ name }) => name === "team-DB-pager")
        ?.integrations ?? [];
    expect(slack).toEqual({
      kind: "slack",
      url: {
        secret: "imported_team_db_pager_slack_api_url",
        description: "api_url of team-DB-pager, slack",
      },
      channel: "#db",
      mentionChannel: "here",
      mentionUsers: ["U123"],
      sendResolved: false,
    });
  });

  test("take the address of a webhook for a secret even beside a token", () => {
    const { notifications, unexpressed } = importAlertmanager(
      file("many-kinds.yml"),
      options,
    );
    const slack = notifications.receivers
      .find(({ name }) => name === "cloud")
      ?.integrations.filter(({ kind }) => kind === "slack");
    expect(slack).toMatchObject([
      { token: { secret: "imported_cloud_slack_credentials" } },
      { url: { secret: "imported_cloud_slack_api_url" } },
    ]);
    expect(unexpressed.map(({ path }) => path)).toContain(
      'receivers["cloud"].slack_configs[1].http_config',
    );
  });

  test("give the same name to the same value only", () => {
    const { notifications } = importAlertmanager(
      file("many-kinds.yml"),
      options,
    );
    const [first, second] =
      notifications.receivers.find(({ name }) => name === "mobile")
        ?.integrations ?? [];
    expect(first).toMatchObject({
      userKey: { secret: "imported_mobile_pushover_user_key" },
      apiToken: { secret: "imported_mobile_pushover_token" },
      priority: 2,
      retrySeconds: 120,
      expireSeconds: 3600,
    });
    expect(second).toMatchObject({
      userKey: { secret: "imported_mobile_pushover_user_key" },
      apiToken: { secret: "imported_mobile_pushover_token_2" },
      priority: 1,
      okPriority: 1,
    });
  });

  test("mute the routes whose receiver tells nobody", () => {
    const { notifications, unexpressed } = importAlertmanager(
      file("cluster-default.yaml"),
      options,
    );
    const [, silent] = notifications.route.routes;
    expect(silent?.receiver).toBeUndefined();
    expect(silent?.muteTimings?.map(({ name }) => name)).toEqual([
      "nobody-is-told",
    ]);
    expect(
      silent?.routes?.map(({ muteTimings, receiver }) => [
        muteTimings?.[0]?.name,
        receiver?.name,
      ]),
    ).toEqual([
      ["nobody-is-told", undefined],
      [undefined, "Critical"],
    ]);
    expect(unexpressed.map(({ path }) => path)).toContain('receivers["null"]');
  });

  test("list the server for e-mail, unless an environment has it", () => {
    const text = file("classic.yml");
    const { smtp, unexpressed } = importAlertmanager(text, options);
    expect(smtp).toEqual({
      smarthost: "localhost:25",
      from: "alertmanager@acme.test",
      user: "alertmanager",
      password: {
        secret: "imported_smtp_auth_password",
        description: "auth_password of smtp",
      },
    });
    const isServer = ({ path }: { path: string }): boolean =>
      path === "global.smtp_smarthost";
    expect(unexpressed.some(isServer)).toBe(true);
    const known = importAlertmanager(text, {
      ...options,
      ...(smtp === undefined ? {} : { smtp: [smtp] }),
    });
    expect(known.unexpressed.some(isServer)).toBe(false);
  });

  test("embed the templates that lie beside them, and list those that do not", () => {
    const { notifications, unexpressed } = importAlertmanager(
      file("classic.yml"),
      options,
    );
    expect(notifications.templates).toEqual([
      { name: "acme", template: file("template/acme.tmpl") },
    ]);
    expect(unexpressed.map(({ path }) => path)).toContain(
      'templates["/etc/elsewhere/*.tmpl"]',
    );
  });

  test("say what synthesis would refuse", () => {
    const { toComplete } = importAlertmanager(file("many-kinds.yml"), options);
    expect(toComplete).toContainEqual({
      path: 'mute timing "always" > interval 1',
      what: 'an interval must have a condition, got {"location":"Europe/Paris"}: it would always be silent',
      why: "synthesis refuses it until that is changed",
    });
  });
});

describe("alertmanagerRoundTrip", () => {
  const text = `
route:
  receiver: a
  routes: [{ receiver: b, matchers: [team="b"] }]
receivers:
  - name: a
    slack_configs: [{ api_url: https://hooks.slack.com/services/one, channel: "#a" }]
  - name: b
    slack_configs: [{ api_url: https://hooks.slack.com/services/two, channel: "#b" }]
inhibit_rules:
  - { source_matchers: [a="b"], target_matchers: [c="d"], equal: [e] }
`;
  const { notifications, unexpressed } = importAlertmanager(text, options);
  const [a, b] = notifications.receivers;
  const [child] = notifications.route.routes;
  if (a === undefined || b === undefined || child === undefined)
    throw new Error("the import must hold two receivers and a route");

  test("says that a receiver was swapped, a route or an inhibition lost, a secret mixed up", () => {
    const differences = (changed: Partial<RootNotifications>): string[] =>
      alertmanagerRoundTrip(
        { ...notifications, ...changed },
        undefined,
        text,
        options,
        unexpressed,
      )
        .map(({ path }) => path)
        .sort();
    expect(differences({})).toEqual([]);
    const { route } = notifications;
    expect(
      differences({
        route: { ...route, routes: [{ ...child, receiver: a }] },
      }),
    ).toEqual(["route.routes[0].receiver"]);
    expect(differences({ route: { ...route, routes: [] } })).toEqual([
      "route.routes[0]",
    ]);
    expect(
      differences({
        route: { ...route, routes: [{ ...child, matchers: [] }] },
      }),
    ).toEqual(["route.routes[0].matchers[0]"]);
    expect(differences({ inhibitions: [] })).toEqual(["inhibit_rules[0]"]);
    const swapped = { ...b, integrations: a.integrations };
    expect(
      differences({
        receivers: [a, swapped],
        route: { ...route, routes: [{ ...child, receiver: swapped }] },
      }),
    ).toEqual([
      'receivers["b"].slack_configs[0].api_url_file',
      'receivers["b"].slack_configs[0].channel',
    ]);
  });
});

describe("importAlertmanager", () => {
  const config = (
    rest: string,
    receiver = "webhook_configs: [{ url: 'http://a' }]",
  ): string => `receivers: [{ name: a, ${receiver} }]\n${rest}`;

  test("takes an empty grouping for what the file says, whose meaning depends on the version", () => {
    const { notifications, toComplete } = importAlertmanager(
      config(
        "route: { receiver: a, routes: [{ matchers: [b=c], group_by: [] }] }",
      ),
      options,
    );
    expect(notifications.route.routes[0]?.groupBy).toEqual([]);
    expect(toComplete[0]?.what).toContain("'groupBy' must not be empty");
  });

  test("names inhibitions after the comment that rendering writes, or after what they compare", () => {
    const { notifications } = importAlertmanager(
      config(`route: { receiver: a }
inhibit_rules:
  # down-silences-slow
  - { source_matchers: [a=b], target_matchers: [c=d] }
  # Some remark
  - { source_match: { severity: critical }, target_matchers: ['severity!=critical'] }
  - { source_match: { severity: critical }, target_matchers: ['severity!=critical'] }
`),
      options,
    );
    expect(notifications.inhibitions?.map(({ name }) => name)).toEqual([
      "down-silences-slow",
      "critical-silences-not-critical",
      "critical-silences-not-critical-2",
    ]);
  });

  test.each([
    ["text that is no YAML", "route: [", "the file must be YAML"],
    [
      "an empty file",
      "",
      "file: must be a configuration of Alertmanager with route and receivers, got nothing",
    ],
    [
      "two documents",
      "route: { receiver: a }\n---\nroute: {}",
      "file: must be one document, got 2",
    ],
    [
      "another file",
      "scrape_configs: []",
      "route: must be the route of every alert, got nothing",
    ],
    [
      "a resource of Kubernetes",
      "kind: Secret\ndata: {}",
      'got a resource of Kubernetes of kind "Secret"',
    ],
    [
      "a route that is a list",
      config("route: []"),
      "route: must be a map, got a list",
    ],
    [
      "receivers that are a map",
      "route: { receiver: a }\nreceivers: { a: b }",
      "receivers: must be a list, got a map",
    ],
    [
      "a receiver without name",
      "route: { receiver: a }\nreceivers: [{}]",
      "receivers[0].name: must be a name, got nothing",
    ],
    [
      "a doubled receiver",
      "route: { receiver: a }\nreceivers: [{ name: a }, { name: a }]",
      'receivers["a"]: a name must be used once, got it twice',
    ],
    [
      "a root without receiver",
      config("route: {}"),
      "route.receiver: must be there, got nothing",
    ],
    [
      "an undefined receiver",
      config("route: { receiver: a, routes: [{ receiver: b }] }"),
      'route.routes[0].receiver: must be one of the receivers (a), got "b"',
    ],
    [
      "an undefined time interval",
      config("route: { receiver: a, routes: [{ mute_time_intervals: [b] }] }"),
      'route.routes[0].mute_time_intervals: must be time intervals of the file (none), got "b"',
    ],
    [
      "matchers at the root",
      config("route: { receiver: a, matchers: [b=c] }"),
      "route.matchers: the root takes every alert, so it must not be there",
    ],
    [
      "a root that tells nobody",
      "route: { receiver: a }\nreceivers: [{ name: a }]",
      'route.receiver: the receiver of the root must tell somebody, got "a" without any integration',
    ],
    [
      "a root of a kind that nobody knows",
      config("route: { receiver: a }", "rocketchat_configs: [{}]"),
      'the receiver of the root must have an integration that the model knows, got none in "a"',
    ],
    [
      "a matcher without operator",
      config("route: { receiver: a, routes: [{ matchers: [b] }] }"),
      'route.routes[0].matchers: a matcher must be written label="value"',
    ],
    [
      "a bad regular expression",
      config("route: { receiver: a, routes: [{ match_re: { b: '(' } }] }"),
      "route.routes[0].matchers: the expression for b must be RE2 (",
    ],
    [
      "a label with blanks",
      config(`route: { receiver: a, routes: [{ matchers: ['"b c"=d'] }] }`),
      'a label must be letters, digits and underscores, got "b c"',
    ],
    [
      "a bad wait",
      config("route: { receiver: a, group_wait: soon }"),
      'route.group_wait: must be a duration such as "5m" or "1h30m", got "soon"',
    ],
    [
      "a bad flag",
      config("route: { receiver: a, routes: [{ continue: maybe }] }"),
      'route.routes[0].continue: must be true or false, got "maybe"',
    ],
    [
      "a secret that is a list",
      config("route: { receiver: a }", "slack_configs: [{ api_url: [x] }]"),
      'receivers["a"]',
    ],
    [
      "a secret said twice",
      config(
        "route: { receiver: a }",
        "slack_configs: [{ api_url: x, api_url_file: y }]",
      ),
      'receivers["a"].slack_configs[0].api_url: must be api_url or api_url_file, got both',
    ],
    [
      "a webhook without address",
      config("route: { receiver: a }", "webhook_configs: [{}]"),
      'receivers["a"].webhook_configs[0].url: must be there, got nothing',
    ],
    [
      "PagerDuty without key",
      config("route: { receiver: a }", "pagerduty_configs: [{}]"),
      "routing_key or routing_key_file must be there, got nothing",
    ],
    [
      "e-mail without server",
      config("route: { receiver: a }", "email_configs: [{ to: b@c }]"),
      "global.smtp_smarthost: must be there for e-mail, got nothing",
    ],
    [
      "an inhibition without source",
      config(
        "route: { receiver: a }\ninhibit_rules: [{ target_matchers: [b=c] }]",
      ),
      "inhibit_rules[0].source_matchers: must be there, got nothing",
    ],
    [
      "integrations that are text",
      config("route: { receiver: a }", "slack_configs: xoxb-secret"),
      'receivers["a"].slack_configs: must be a list, got text',
    ],
  ])("rejects %s", (_, text, message) => {
    expect(() => importAlertmanager(text, options)).toThrow(message);
  });

  test("rejects everything that is wrong in one message", () => {
    expect(() =>
      importAlertmanager(
        config("route: { receiver: b, group_wait: soon }"),
        options,
      ),
    ).toThrow(/^alertmanager.yml:\n- route.receiver: .*\n- route.group_wait: /);
  });
});
