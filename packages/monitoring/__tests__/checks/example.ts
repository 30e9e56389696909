import { projectFixture } from "../project-fixture";
import { compileFunction } from "node:vm";
import * as houseStyle from "../../src/dashboards";
import type { Panel, Variable } from "../../src/dashboards";
import { allChecks } from "../../src/checks/all";
import type { Finding } from "../../src/checks/finding";
import { runChecks } from "../../src/checks/run-checks";
import { deploymentOf } from "../../src/deployment/deployment";
import { runbookPath } from "../../src/deployment/rules";
import type { AlertRule } from "../../src/model/alert-rule";
import { panelOf, type Dashboard } from "../../src/model/dashboard";
import type { Deployment } from "../../src/model/deployment";
import type { Environment } from "../../src/model/environment";
import { is, isNot, matches, matchesNot } from "../../src/model/matcher";
import type { Metric, ScrapeJob } from "../../src/model/metric";
import type {
  MonitoredSystem,
  SystemNotifications,
} from "../../src/model/monitored-system";
import type { RecordingRule } from "../../src/model/recording-rule";
import { secret } from "../../src/model/secret";
import type { Slo } from "../../src/model/slo";
import { environmentWith } from "../environment-fixture";

/** What a page of a check shows: the parts of a system that matter; the rest comes from a small shop. */
export interface Example {
  readonly alerts?: readonly Partial<AlertRule>[];
  readonly recordings?: readonly RecordingRule[];
  readonly panels?: readonly Panel[];
  readonly variables?: readonly Variable[];
  readonly dashboards?: readonly Dashboard[];
  /** A classic dashboard model, for what the house style cannot write. */
  readonly model?: Readonly<Record<string, unknown>>;
  readonly slos?: readonly Partial<Slo>[];
  readonly metrics?: readonly Metric[];
  readonly jobs?: readonly ScrapeJob[];
  readonly notifications?: SystemNotifications | null;
  readonly observes?: "own" | "all";
  readonly homeDashboard?: string;
  readonly environment?: {
    readonly alerting?: Partial<Environment["alerting"]>;
    readonly prometheus?: Partial<Environment["prometheus"]>;
  };
  /** @default - one for each alert */
  readonly runbooks?: Readonly<Record<string, string>>;
  /** The same in a second environment, with what differs there. */
  readonly staging?: Example;
  readonly today?: string;
}

const metric = (
  name: string,
  type: Metric["type"],
  unit: string,
  labels: readonly string[] = [],
  buckets?: readonly number[],
): Metric => ({
  name,
  type,
  unit,
  labels,
  help: name,
  ...(buckets && { buckets }),
});

/** What the shop exposes. */
const catalogue: readonly Metric[] = [
  metric("http_requests_total", "counter", "requests", ["status", "endpoint"]),
  metric(
    "http_request_duration_seconds",
    "histogram",
    "seconds",
    ["status", "endpoint"],
    [0.1, 0.5, 1, 5, 10],
  ),
  metric("queue_depth", "gauge", "jobs", ["queue"]),
  metric("memory_used_bytes", "gauge", "bytes"),
  metric("memory_max_bytes", "gauge", "bytes"),
  metric("probe_success", "gauge", "bool", ["target"]),
  metric("cache_hit_ratio", "gauge", "ratio"),
  metric("node_cpu_seconds_total", "counter", "seconds", ["cpu", "mode"]),
];

const jobs: readonly ScrapeJob[] = [
  {
    job: "api",
    targets: ["api-1:8080", "api-2:8080"],
    labels: { service: "api" },
  },
  { job: "node", targets: ["node:9100"], labels: { service: "hosts" } },
];

const slackUrl = secret("shop_slack_url", "incoming webhook of Slack");
const team = {
  name: "team",
  integrations: [{ kind: "slack", url: slackUrl }],
} as const;
const onCall = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret("shop_pagerduty_key", "Events API v2 key"),
    },
  ],
} as const;
const nights = {
  name: "nights",
  intervals: [{ times: [{ start: "22:00", end: "24:00" }] }],
} as const;

const everybody = {
  name: "everybody",
  integrations: [
    { kind: "slack", url: secret("root_slack_url", "Slack of everybody") },
  ],
} as const;

const notifications: SystemNotifications = {
  receivers: [team, onCall],
  route: {
    matchers: [],
    receiver: team,
    routes: [{ matchers: [is("severity", "critical")], receiver: onCall }],
  },
};

const requests = houseStyle.timeseries("requests", {
  title: "Requests",
  description: "By service. Good: follows the time of day.",
  unit: "reqps",
  queries: [
    houseStyle.query(
      "sum by (service) (rate(http_requests_total[$__rate_interval]))",
      "{{service}}",
    ),
  ],
});

/** What examples may name. */
export const vocabulary = {
  ...houseStyle,
  panelOf,
  is,
  isNot,
  matches,
  matchesNot,
  secret,
  team,
  onCall,
  nights,
  requests,
} as const;

/** The example that `code` is, written with the names of {@link vocabulary}. */
export function exampleFrom(code: string): Example {
  // The pages hold code that people copy, so they are run as code; formatters close an expression with a semicolon.
  const expression = code.trim().replace(/;$/, "");
  const read = compileFunction(
    `return (${expression});`,
    Object.keys(vocabulary),
  ) as (...values: unknown[]) => Example;
  return read(...Object.values(vocabulary));
}

/** What all checks find in an example. */
export function findingsOf(example: Example): readonly Finding[] {
  const deployments = [
    deployedExample("prod", example),
    ...(example.staging === undefined
      ? []
      : [deployedExample("staging", { ...example, ...example.staging })]),
  ];
  return runChecks(deployments, allChecks, {
    runbooks: example.runbooks ?? runbooksOf(deployments),
    ...(example.today !== undefined && { today: example.today }),
  });
}

/** The model of an example in an environment called `name`. */
export function deployedExample(name: string, example: Example): Deployment {
  const { alerting = {}, prometheus = {} } = example.environment ?? {};
  const base = environmentWith({
    integrations: ["slack", "pagerduty"],
    sloPeriod: "30d",
    ...alerting,
  });
  return deploymentOf(
    {
      ...base,
      name,
      prometheus: { ...base.prometheus, retention: "40d", ...prometheus },
      dataSources: {
        ...base.dataSources,
        loki: "http://loki:3100",
        tempo: "http://tempo:3200",
      },
    },
    {
      ...projectFixture,
      ...(example.homeDashboard !== undefined && {
        homeDashboard: example.homeDashboard,
      }),
      systems: [systemOf(example)],
      notifications: {
        receivers: [everybody],
        route: {
          receiver: everybody,
          groupBy: ["alertname"],
          groupWait: "30s",
          groupInterval: "5m",
          repeatInterval: "4h",
          routes: [],
        },
      },
    },
  );
}

function systemOf(example: Example): MonitoredSystem {
  const { alerts = [], recordings = [], slos = [] } = example;
  const own =
    example.notifications === undefined ? notifications : example.notifications;
  return {
    id: "shop",
    title: "Shop",
    description: "Sells things.",
    observes: example.observes ?? "own",
    jobs: example.jobs ?? jobs,
    metrics: [...catalogue, ...(example.metrics ?? [])],
    exporters: [],
    dashboards: dashboardsOf(example),
    alertGroups:
      alerts.length === 0
        ? []
        : [{ name: "alerts", alerts: alerts.map(completeAlert) }],
    recordingGroups:
      recordings.length === 0 ? [] : [{ name: "recordings", recordings }],
    slos: slos.map((slo) => ({ ...availability, ...slo })),
    ...(own !== null && { notifications: own }),
  };
}

function completeAlert(alert: Partial<AlertRule>): AlertRule {
  return {
    alert: "ShopSlow",
    expr: "sum(queue_depth)",
    severity: "warning",
    team: "shop",
    summary: "Customers wait",
    description: "Look at the dashboard",
    ...alert,
  };
}

const availability: Slo = {
  id: "availability",
  title: "Availability",
  description: "Requests succeed.",
  service: "shop",
  team: "shop",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "events",
    total: "sum(rate(http_requests_total[$window]))",
    errors: 'sum(rate(http_requests_total{status=~"5.."}[$window]))',
  },
};

function dashboardsOf({
  panels = [],
  variables = [],
  dashboards = [],
  model,
}: Example): readonly Dashboard[] {
  return [
    ...dashboards,
    ...(panels.length === 0
      ? []
      : [
          houseStyle.dashboard({
            uid: "shop-overview",
            title: "Shop",
            description: "How the shop is doing.",
            system: "shop",
            variables,
            rows: [houseStyle.row(panels)],
          }),
        ]),
    ...(model === undefined
      ? []
      : [
          {
            uid: "shop-classic",
            title: "Shop, classic",
            panels: [],
            model: {
              uid: "shop-classic",
              title: "Shop, classic",
              schemaVersion: 42,
              ...model,
            } as unknown as Dashboard["model"],
          },
        ]),
  ];
}

function runbooksOf(
  deployments: readonly Deployment[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    deployments.flatMap(({ systems }) =>
      systems.flatMap(({ id, alertGroups }) =>
        alertGroups.flatMap(({ alerts }) =>
          alerts.map(({ alert }) => [runbookPath(id, alert), `# ${alert}\n`]),
        ),
      ),
    ),
  );
}
