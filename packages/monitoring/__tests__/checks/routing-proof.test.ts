import { projectFixture } from "../project-fixture";
import fc from "fast-check";
import { followedAlerts } from "../../src/checks/routing/followed-alerts";
import { runChecks } from "../../src/checks/run-checks";
import { onlyRoot } from "../../src/checks/routing/proof";
import { deploymentOf } from "../../src/deployment/deployment";
import type { AlertRule } from "../../src/model/alert-rule";
import type { Deployment } from "../../src/model/deployment";
import type { Labels } from "../../src/model/labels";
import { is, matches } from "../../src/model/matcher";
import type { Route } from "../../src/model/route";
import { matchedRoutes } from "../../src/notifications/routing-tree";
import type { Receiver } from "../../src/model/receiver";
import { secret } from "../../src/model/secret";
import { environmentWith } from "../environment-fixture";

const receiver: Receiver = {
  name: "slack",
  integrations: [
    { kind: "slack", url: secret("slack_url", "incoming webhook of Slack") },
  ],
};

function deployed(
  alert: Partial<AlertRule>,
  routes: readonly Route[],
  evaluator: "grafana" | "prometheus" = "prometheus",
): Deployment {
  return deploymentOf(environmentWith({ integrations: ["slack"], evaluator }), {
    ...projectFixture,
    systems: [
      {
        id: "shop",
        title: "Shop",
        description: "Sells things.",
        exporters: [],
        dashboards: [],
        recordingGroups: [],
        slos: [],
        jobs: [
          { job: "api", targets: ["api:80"], labels: { service: "api" } },
          { job: "node", targets: ["node:80"] },
        ],
        metrics: [
          {
            name: "requests",
            type: "gauge",
            unit: "1",
            labels: ["region"],
            help: "requests",
          },
        ],
        alertGroups: [
          {
            name: "alerts",
            alerts: [
              {
                alert: "Slow",
                expr: "requests > 1",
                severity: "warning",
                team: "shop",
                summary: "slow",
                description: "slow",
                ...alert,
              },
            ],
          },
        ],
        notifications: {
          receivers: [],
          route: { matchers: [], receiver, routes },
        },
      },
    ],
    notifications: {
      receivers: [receiver],
      route: {
        receiver,
        groupBy: ["alertname", "grafana_folder"],
        groupWait: "30s",
        groupInterval: "5m",
        repeatInterval: "4h",
        routes: [],
      },
    },
  });
}

/** The values of one label with which the alert is followed; `undefined` where it is absent. */
function valuesOf(deployment: Deployment, label: string): unknown[] {
  const sets = followedAlerts(deployment).flatMap(({ sets: all }) => all);
  return [...new Set(sets.map(({ labels }) => labels[label]))];
}

describe("the label sets of an alert", () => {
  test("have each value that the tree tells apart, and one that it does not", () => {
    const routes = [{ matchers: [matches("region", "eu|us")] }];
    expect(valuesOf(deployed({}, routes), "region")).toEqual([
      "other-region",
      "eu",
      "us",
    ]);
  });

  test("have only the value that a matcher of the query fixes", () => {
    const routes = [{ matchers: [matches("region", "eu|us")] }];
    expect(
      valuesOf(deployed({ expr: 'requests{region="eu"}' }, routes), "region"),
    ).toEqual(["eu"]);
  });

  test("have no label that the query drops", () => {
    const routes = [{ matchers: [is("region", "eu")] }];
    expect(
      valuesOf(deployed({ expr: "sum(requests)" }, routes), "region"),
    ).toEqual([undefined]);
  });

  test("have the jobs that are scraped, and labels that some of them lack", () => {
    const routes = [
      { matchers: [is("job", "gone")] },
      { matchers: [is("service", "gone")] },
    ];
    expect(valuesOf(deployed({}, routes), "job")).toEqual(["api", "node"]);
    expect(valuesOf(deployed({}, routes), "service")).toEqual([
      undefined,
      "api",
    ]);
  });

  test("have the alerts that Grafana makes of a rule that fails or finds nothing", () => {
    expect(
      valuesOf(deployed({ noData: "NoData" }, [], "grafana"), "alertname"),
    ).toEqual(["Slow", "DatasourceError", "DatasourceNoData"]);
    expect(
      valuesOf(deployed({ onError: "OK" }, [], "grafana"), "alertname"),
    ).toEqual(["Slow"]);
  });

  test("have the cluster where Prometheus notifies", () => {
    expect(valuesOf(deployed({}, []), "cluster")).toEqual(["test-cluster"]);
    expect(valuesOf(deployed({}, [], "grafana"), "cluster")).toEqual([
      undefined,
    ]);
  });

  test("reach every route that any alert of the rule could reach", () => {
    const label = fc.constantFrom("region", "job", "severity", "zone");
    const value = fc.constantFrom("eu", "us", "api", "node", "warning", "x");
    const route: fc.Arbitrary<Route> = fc.record({
      matchers: fc.array(
        fc.tuple(label, value).map(([name, text]) => is(name, text)),
        { minLength: 1, maxLength: 2 },
      ),
      continue: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(route, { maxLength: 5 }),
        fc.constantFrom("eu", "us", "asia"),
        fc.constantFrom("api", "node"),
        (routes, region, job) => {
          const deployment = deployed({}, routes);
          const [alert] = followedAlerts(deployment);
          const fixed = alert?.alert.labels ?? {};
          const real: Labels = {
            ...fixed,
            alertname: "Slow",
            cluster: "test-cluster",
            environment: "testing",
            region,
            job,
          };
          const proven = new Set(
            alert?.sets.flatMap(({ routes: reached }) =>
              reached.map(({ path }) => path),
            ),
          );
          for (const { path } of matchedRoutes(
            deployment.notifications.route,
            real,
          ))
            expect(proven).toContain(path);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the proof", () => {
  test("explains with an example label set", () => {
    const deployment = deployed({}, []);
    const lost: Deployment = {
      ...deployment,
      notifications: {
        ...deployment.notifications,
        route: { ...deployment.notifications.route, routes: [] },
      },
    };
    expect(runChecks([lost], [onlyRoot])[0]).toMatchObject({
      severity: "error",
      path: "shop > alert Slow",
      message:
        'no route takes it, so only the root\'s receiver "slack" is notified of {alertname="Slow", cluster="test-cluster", environment="testing", severity="warning", system="shop", team="shop"}',
    });
  });
});
