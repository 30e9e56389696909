import { deploymentOf } from "../lib/deployment/deployment";
import type { Deployment } from "../lib/model/deployment";
import type { MonitoredSystem } from "../lib/model/monitored-system";
import type { Slo } from "../lib/model/slo";
import { ruleFiles } from "../lib/prometheus/rule-files";
import { expandSlo } from "../lib/slo/expand";
import { prod } from "../environments/prod";
import { rootNotifications } from "../notifications";

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

/** Processor time, so that what else the machine does is not measured. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const { scrapeInterval, retention } = prod.prometheus;
let rules = 0;
const expanding = seconds(() => {
  for (const { id, slos } of systems)
    for (const slo of slos) {
      const { recordings, alerts } = expandSlo(slo, {
        systemId: id,
        scrapeInterval,
        retention,
      });
      rules += recordings.flatMap((group) => group.recordings).length;
      rules += alerts.flatMap((group) => group.alerts).length;
    }
});
let deployment: Deployment | undefined;
const deploying = seconds(() => {
  deployment = deploymentOf(
    { ...prod, dataSources: {} },
    systems,
    rootNotifications,
  );
});
let bytes = 0;
const rendering = seconds(() => {
  if (deployment === undefined) return;
  for (const { content } of ruleFiles(deployment)) bytes += content.length;
});
const total = deploying + rendering;

console.log(
  `${size.systems * size.slos} SLOs, ${rules} rules, ${(bytes / 1e6).toFixed(1)} MB of rule files, seconds of processor time: ${expanding.toFixed(2)} to expand, ${deploying.toFixed(2)} to expand and scope, ${rendering.toFixed(2)} to render; ${total.toFixed(2)} together (budget ${budget.seconds})`,
);
if (total > budget.seconds) {
  console.error(`slower than the budget of ${budget.seconds} s`);
  process.exitCode = 1;
}
