import { projectFixture } from "../project-fixture";
import { deploymentOf } from "../../src/deployment/deployment";
import { coverageOf } from "../../src/silence/coverage";
import { coverageText } from "../../src/silence/coverage-text";
import { is, isNot, matches, type Matcher } from "../../src/model/matcher";
import type { MonitoredSystem } from "../../src/model/monitored-system";
import type { Receiver } from "../../src/model/receiver";
import { environmentWith } from "../environment-fixture";

const rule = {
  for: "5m",
  team: "web",
  summary: "something is wrong",
  description: "{{ $value }}",
} as const;
const shop: MonitoredSystem = {
  id: "shop",
  title: "Shop",
  description: "a shop",
  jobs: [
    { job: "api", targets: ["api:80"], labels: { service: "api" } },
    { job: "web", targets: ["web:80"], labels: { service: "web" } },
  ],
  metrics: [
    {
      name: "requests_total",
      type: "counter",
      unit: "requests",
      labels: ["status"],
      help: "requests",
    },
  ],
  exporters: [],
  dashboards: [],
  recordingGroups: [],
  slos: [],
  alertGroups: [
    {
      name: "shop",
      alerts: [
        { ...rule, alert: "Down", expr: "up == 0", severity: "critical" },
        {
          ...rule,
          alert: "Busy",
          expr: "sum(rate(requests_total[5m])) > 9",
          severity: "warning",
        },
        { ...rule, alert: "Alive", expr: "vector(1)", severity: "info" },
        {
          ...rule,
          alert: "Paused",
          expr: "up == 2",
          severity: "info",
          paused: true,
        },
      ],
    },
  ],
};
const receiver: Receiver = {
  name: "default",
  integrations: [{ kind: "webhook", url: "http://webhook-receiver:8080" }],
};
const deployment = deploymentOf(
  environmentWith({ evaluator: "prometheus", integrations: ["webhook"] }),
  {
    ...projectFixture,
    systems: [shop],
    notifications: {
      receivers: [receiver],
      route: {
        receiver,
        groupBy: ["alertname"],
        groupWait: "30s",
        groupInterval: "5m",
        repeatInterval: "4h",
        routes: [],
      },
    },
  },
);

describe("coverageOf", () => {
  test.each<[string, readonly Matcher[], readonly string[]]>([
    [
      "a system is every alert of it that is not paused",
      [is("system", "shop")],
      ["Down", "Busy", "Alive"],
    ],
    ["another system is none", [is("system", "blog")], []],
    ["a severity is that of the rule", [is("severity", "critical")], ["Down"]],
    [
      "a label of series is a part of those that have it",
      [is("service", "api")],
      ["Down (some)"],
    ],
    [
      "all values of a label are the whole alert",
      [matches("service", "api|web")],
      ["Down"],
    ],
    ["a value that no target has is none", [is("service", "blog")], []],
    [
      "an absent label differs from every value",
      [isNot("service", "api")],
      ["Down (some)", "Busy", "Alive"],
    ],
    [
      "all matchers must hold",
      [is("severity", "critical"), is("team", "data")],
      [],
    ],
    [
      "the name alone will do",
      [matches("alertname", "Bu.*|Al.*")],
      ["Busy", "Alive"],
    ],
  ])("says that %s", (_, matchers, expected) => {
    const { alerts, total } = coverageOf(deployment, matchers);
    expect(
      alerts.map(({ alert, part }) =>
        part === "some" ? `${alert} (some)` : alert,
      ),
    ).toEqual(expected);
    expect(total).toEqual({ alerts: 3, pages: 1 });
  });

  it("knows who would have been told, and what always fires", () => {
    expect(coverageOf(deployment, [is("alertname", "Alive")]).alerts).toEqual([
      {
        system: "shop",
        alert: "Alive",
        severity: "info",
        part: "all",
        receivers: ["default"],
        heartbeat: true,
      },
    ]);
  });
});

describe("coverageText", () => {
  it("lists pages first, and what part of the whole they are", () => {
    const coverage = coverageOf(deployment, [isNot("service", "api")]);
    expect(coverageText(coverage)).toBe(
      [
        "covers 3 of 3 alerts, 1 of 1 pages",
        "  critical shop/Down (some series) -> default",
        "  warning  shop/Busy -> default",
        "  info     shop/Alive -> default",
      ].join("\n"),
    );
  });
});
