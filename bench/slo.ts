import project from "../monitoring";
import { deploymentOf } from "monitoring-as-code/deployment";
import { type MonitoredSystem, type Slo } from "monitoring-as-code";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { prod } from "../environments/prod";
import { reportSpent, spentOn } from "./spent";

/** 1,000 SLOs in 50 systems: expanded, scoped and rendered to rule files. */
const size = { systems: 50, slos: 20 };
const budget = { seconds: 2 };

const range = (count: number): number[] => [...Array(count).keys()];

function benchSlo(system: number, index: number): Slo {
  const job = `job="service-${system}-${index}"`;
  return {
    id: `availability-${index}`,
    title: `Availability ${index}`,
    description: "An SLO of the benchmark",
    service: `service-${index}`,
    team: "bench",
    objective: 99.9,
    period: "30d",
    minimumRequests: index % 2 === 0 ? 100 : 0,
    sli: {
      kind: "events",
      total: `sum(rate(http_requests_total{${job}}[$window]))`,
      errors: `sum(rate(http_requests_total{${job},status=~"5.."}[$window]))`,
    },
  };
}

const systems: readonly MonitoredSystem[] = range(size.systems).map(
  (system) => ({
    id: `bench-${system}`,
    title: `Bench ${system}`,
    description: "A system of the benchmark",
    jobs: [],
    metrics: [],
    exporters: [],
    dashboards: [],
    alertGroups: [],
    recordingGroups: [],
    slos: range(size.slos).map((index) => benchSlo(system, index)),
  }),
);

let rules = 0;
let bytes = 0;
const spent = spentOn(() => {
  const deployment = deploymentOf(
    { ...prod, dataSources: {} },
    { ...project, systems },
  );
  for (const { recordingGroups, alertGroups } of deployment.systems) {
    rules += recordingGroups.flatMap(({ recordings }) => recordings).length;
    rules += alertGroups.flatMap(({ alerts }) => alerts).length;
  }
  for (const { content } of ruleFiles(deployment)) bytes += content.length;
});
reportSpent(
  `${size.systems * size.slos} SLOs to ${rules} rules, ${(bytes / 1e6).toFixed(1)} MB of rule files`,
  spent,
  budget.seconds,
);
