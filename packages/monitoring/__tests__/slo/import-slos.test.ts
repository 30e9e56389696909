import { importSlos, sloModule } from "../../src/slo/import-slos";
import { sloProblems } from "../../src/slo/problems";
import { context } from "./slos";

const sloth = `
version: "prometheus/v1"
service: "postgresql"
labels: {owner: "platform-team", tier: "critical"}
slos:
  - name: "connection-availability"
    objective: 99.95
    description: "Database must accept connections"
    sli:
      events:
        error_query: |
          sum(count_over_time(pg_up{job="postgres"}[{{.window}}]))
          -
          sum(sum_over_time(pg_up{job="postgres"}[{{ .window }}]))
        total_query: sum(count_over_time(pg_up{job="postgres"}[{{.window}}]))
    alerting:
      name: DatabaseUnavailable
      labels: {category: "availability"}
      page_alert: {labels: {severity: critical}}
      ticket_alert: {disable: true}
  - name: "ratio"
    objective: 99
    sli: {raw: {error_ratio_query: "avg_over_time(errors:ratio[{{.window}}])"}}
`;

const openSlo = `
apiVersion: openslo/v1
kind: SLI
metadata: {name: good-requests}
spec:
  ratioMetric:
    counter: true
    good: {metricSource: {type: Prometheus, spec: {query: 'sum(rate(http_requests_total{code!~"5[0-9]{2}"}[5m]))'}}}
    total: {metricSource: {type: Prometheus, spec: {query: "sum(rate(http_requests_total[5m]))"}}}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: web-availability, displayName: Web availability, labels: {team: web}}
spec:
  description: Pages come back
  service: web
  indicatorRef: good-requests
  timeWindow: [{duration: 28d, isRolling: true}]
  budgetingMethod: Occurrences
  objectives: [{target: 0.995}]
`;

describe("Sloth", () => {
  const slos = importSlos(sloth, "nobody");

  test("gives SLOs that can be measured", () => {
    expect(slos.map(({ id }) => id)).toEqual([
      "postgresql-connection-availability",
      "postgresql-ratio",
    ]);
    for (const slo of slos) expect(sloProblems(slo, context)).toEqual([]);
  });

  test("takes over queries, owner and labels", () => {
    expect(slos[0]).toMatchObject({
      service: "postgresql",
      team: "platform-team",
      objective: 99.95,
      period: "30d",
      labels: { tier: "critical" },
      sli: {
        kind: "events",
        total: 'sum(count_over_time(pg_up{job="postgres"}[$window]))',
        errors:
          'sum(count_over_time(pg_up{job="postgres"}[$window]))\n-\nsum(sum_over_time(pg_up{job="postgres"}[$window]))',
      },
    });
    expect(slos[1]?.sli).toEqual({
      kind: "raw",
      errorRatio: "avg_over_time(errors:ratio[$window])",
    });
  });

  test("leaves out what is disabled, and gives every tier a name", () => {
    expect(slos[0]?.tiers?.map(({ alert }) => alert)).toEqual([
      "DatabaseUnavailablePageQuick",
      "DatabaseUnavailablePageSlow",
    ]);
    expect(slos[1]?.tiers).toBeUndefined();
  });

  test("reads the Kubernetes resource too", () => {
    const [slo] = importSlos(
      `
apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata: {name: x}
spec:
  service: api
  slos:
    - name: requests
      objective: 99.9
      sli: {events: {errorQuery: 'e[{{.window}}]', totalQuery: 't[{{.window}}]'}}
`,
      "backend",
    );
    expect(slo).toMatchObject({
      team: "backend",
      sli: { total: "t[$window]", errors: "e[$window]" },
    });
  });
});

describe("OpenSLO", () => {
  const [slo] = importSlos(openSlo, "nobody");

  test("gives an SLO whose range is the window", () => {
    expect(slo).toEqual({
      id: "web-availability",
      title: "Web availability",
      description: "Pages come back",
      service: "web",
      team: "web",
      objective: 99.5,
      period: "28d",
      sli: {
        kind: "events",
        total: "sum(rate(http_requests_total[$window]))",
        good: 'sum(rate(http_requests_total{code!~"5[0-9]{2}"}[$window]))',
      },
    });
  });
});

test("the module is TypeScript that a system can import", () => {
  const module = sloModule(importSlos(openSlo, "nobody"));
  expect(module).toContain('import type { Slo } from "monitoring-as-code";');
  expect(module).toContain("export const webAvailability: Slo = {");
  expect(module).toContain(
    "export const slos: readonly Slo[] = [webAvailability];",
  );
});

test.each([
  [
    "a query of Sloth without its window",
    `
version: prometheus/v1
service: db
slos:
  - name: up
    objective: 99
    sli: {events: {total_query: count(pg_up), error_query: 'e[{{.window}}]'}}
  - name: plugin
    objective: "99"
    sli: {plugin: {id: x}}`,
    'SLO "up": total_query holds no {{.window}}, so that it would be the same over every window; write {{.window}} where the range belongs, as in sum(count_over_time(up[{{.window}}])), got count(pg_up)\nSLO "plugin": objective must be a number, got "99"',
  ],
  [
    "an indicator that is nowhere",
    openSlo.slice(openSlo.indexOf("---") + 3),
    'SLO "web-availability": no document of kind SLI is called "good-requests"; give its file too',
  ],
  [
    "a calendar window",
    openSlo.replace("isRolling: true", "isRolling: false"),
    'SLO "web-availability": timeWindow must be rolling; calendar windows cannot be measured by recording rules',
  ],
  [
    "a month",
    openSlo.replace("28d", "1M"),
    'SLO "web-availability": timeWindow.duration must be a number of minutes, hours, days or weeks, such as 28d, got "1M"; months and longer have no fixed length',
  ],
  [
    "a query without a range",
    openSlo.replace("total[5m]", "total"),
    'SLO "web-availability", total: the query must have one range, which becomes the window, got none in sum(rate(http_requests_total))',
  ],
  [
    "a threshold",
    openSlo.replace("ratioMetric", "thresholdMetric"),
    'SLO "web-availability": the indicator must be a ratioMetric; a thresholdMetric gives a value, not a share of good events',
  ],
  [
    "something else",
    "kind: Deployment",
    'the file must hold specs of Sloth (version: prometheus/v1) or OpenSLO (apiVersion: openslo/v1), got "Deployment"',
  ],
  [
    "nothing",
    "",
    "the file must hold specs of Sloth (version: prometheus/v1) or OpenSLO (apiVersion: openslo/v1), got no document",
  ],
])("rejects %s", (_, yaml, message) => {
  expect(() => importSlos(yaml, "nobody")).toThrow(message);
});
