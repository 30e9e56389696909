import { projectFixture } from "./project-fixture";
import {
  type DeployedSystem,
  type Deployment,
  type Environment,
  type MonitoredSystem,
  type RootNotifications,
  secret,
} from "monitoring-as-code";
import { deploymentOf } from "monitoring-as-code/deployment";
import { classicDashboard } from "./classic-dashboard";

/** One environment without anything in the cloud. */
export const environment: Environment = {
  name: "test",
  label: "testing",
  cluster: "test-cluster",
  state: { kind: "local" },
  grafana: {
    url: "https://grafana.example.com/",
    version: 13,
    auth: "token",
    cloud: false,
    theme: "light",
    timezone: "Europe/Berlin",
    volumeGiB: 10,
  },
  dataSources: {
    prometheus: "http://prometheus:9090",
    loki: "http://loki:3100",
    tempo: "http://tempo:3200",
  },
  prometheus: {
    retention: "30d",
    retentionSizeGB: 10,
    volumeGiB: 20,
    replicas: 1,
    scrapeInterval: "15s",
    evaluationInterval: "15s",
    resourceClass: "small",
    highAvailability: false,
  },
  loki: { retention: "48h", volumeGiB: 10 },
  tempo: { retention: "24h" },
  alerting: {
    evaluator: "grafana",
    integrations: ["slack"],
    sloPeriod: "30d",
    runbooksUrl: "https://runbooks.example.com",
  },
  deletionProtection: true,
  storage: undefined,
};

/** Buckets for everything. */
export const storage: NonNullable<Environment["storage"]> = {
  region: "eu-central-1",
  bucketPrefix: "acme",
  longTerm: {
    infrequentAccessAfterDays: 30,
    glacierAfterDays: 90,
    expireAfterDays: 365,
  },
  backupRetentionDays: 14,
  artefacts: true,
};

/** One system with two dashboards, one alert and one recording. */
export const shop: MonitoredSystem = {
  id: "shop",
  title: "Shop",
  description: "Sells things.",
  jobs: [],
  metrics: [],
  exporters: [],
  dashboards: [
    classicDashboard({}, "shop-overview"),
    classicDashboard({}, "shop-orders"),
  ],
  alertGroups: [
    {
      name: "availability",
      alerts: [
        {
          alert: "ShopDown",
          expr: 'up{job="shop"}',
          condition: { is: "==", value: 0 },
          for: "2m",
          severity: "critical",
          team: "shop",
          summary: "Shop is down",
          description: "{{ $labels.instance }} does not answer.",
        },
      ],
    },
  ],
  recordingGroups: [
    {
      name: "requests",
      recordings: [
        {
          record: "job:http_requests:rate5m",
          expr: "sum by (job) (rate(http_requests_total[5m]))",
        },
      ],
    },
  ],
  slos: [],
};

const slack = {
  name: "slack",
  integrations: [
    {
      kind: "slack",
      url: secret("slack_url", "incoming webhook of Slack"),
    },
  ],
} as const;

export const root: RootNotifications = {
  receivers: [slack],
  route: {
    receiver: slack,
    groupBy: ["alertname", "grafana_folder"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [],
  },
};

/** What `systems` are in the test's environment, with `changes` to it. */
export function testDeployment(
  changes: Partial<Environment> = {},
  systems: readonly MonitoredSystem[] = [shop],
): Deployment {
  return deploymentOf(
    { ...environment, ...changes },
    { ...projectFixture, systems, notifications: root },
  );
}

/** The shop as it is deployed. */
export function deployedShop(): DeployedSystem {
  const [system] = testDeployment().systems;
  if (system === undefined) throw new Error("the deployment has no system");
  return system;
}
