import project from "../monitoring";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { MonitoringStack } from "@monitoring-as-code/constructs";
import { local } from "../environments/local";
import { deploymentOf } from "monitoring-as-code/deployment";
import { type AlertRule, type MonitoredSystem } from "monitoring-as-code";
import { benchDashboard } from "./bench-dashboard";

/** 500 dashboards of 12 panels and 5,000 rules, as 50 systems of 10 and 100. */
const size = { systems: 50, dashboards: 10, groups: 10, rules: 10 };
const budget = { seconds: 10, mebibytes: 1024 };

const range = (count: number): number[] => [...Array(count).keys()];

function benchRule(group: number, index: number): AlertRule {
  return {
    alert: `RateHigh${group}x${index}`,
    expr: `sum by (service) (rate(requests_${group}_${index}_total{status=~"5.."}[5m])) / sum by (service) (rate(requests_${group}_${index}_total[5m]))`,
    condition: { is: ">", value: 0.05 },
    for: "5m",
    severity: "warning",
    team: "bench",
    summary: "Requests of {{ $labels.service }} fail",
    description: "{{ $value | humanizePercentage }} of requests fail",
  };
}

function benchSystem(id: string): MonitoredSystem {
  return {
    id,
    title: id,
    description: "A system of the benchmark",
    jobs: [],
    metrics: [],
    exporters: [],
    dashboards: range(size.dashboards).map((index) =>
      benchDashboard(id, index, () => "$__rate_interval"),
    ),
    alertGroups: range(size.groups).map((group) => ({
      name: `group-${group}`,
      alerts: range(size.rules).map((index) => benchRule(group, index)),
    })),
    recordingGroups: [],
    slos: [],
  };
}

function run(): void {
  const outdir = mkdtempSync(join(tmpdir(), "bench-synth-"));
  try {
    const started = performance.now();
    const systems = range(size.systems).map((index) =>
      benchSystem(`bench-${index}`),
    );
    // A system's own datasource is unknown where the system is not.
    const shared = project.dataSources.map(({ uid }) => uid);
    const dataSources = Object.fromEntries(
      Object.entries(local.dataSources).filter(([uid]) => shared.includes(uid)),
    );
    const deployment = deploymentOf(
      { ...local, dataSources },
      { ...project, systems },
    );
    const built = performance.now();
    const app = new App({ outdir });
    new MonitoringStack(app, "bench", { deployment });
    app.synth();
    const done = performance.now();
    const bytes = readFileSync(join(outdir, "stacks/bench/cdk.tf.json")).length;
    const mebibytes = process.resourceUsage().maxRSS / 1024;
    const seconds = (done - started) / 1000;
    console.log(
      `${size.systems * size.dashboards} dashboards, ${size.systems * size.groups * size.rules} rules, ${(bytes / 1e6).toFixed(1)} MB`,
    );
    console.log(
      `model ${((built - started) / 1000).toFixed(2)} s, constructs and synth ${((done - built) / 1000).toFixed(2)} s`,
    );
    report("time", seconds, budget.seconds, "s");
    report("memory", mebibytes, budget.mebibytes, "MiB");
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The whole of `npm run synth`, as a process, best of five: others on the machine only ever add to it. */
function runSynthProcess(): void {
  const outdir = mkdtempSync(join(tmpdir(), "bench-process-"));
  const times = range(5).map(() => {
    const started = performance.now();
    const { status } = spawnSync("npm", ["run", "--silent", "synth"], {
      env: { ...process.env, CDKTF_OUTDIR: outdir },
    });
    if (status !== 0)
      throw new Error(`npm run synth ended with status ${status}`);
    return (performance.now() - started) / 1000;
  });
  rmSync(outdir, { recursive: true, force: true });
  report("npm run synth, all environments", Math.min(...times), 1, "s");
}

function report(
  what: string,
  value: number,
  allowed: number,
  unit: string,
): void {
  const share = value / allowed;
  console.log(
    `${what}: ${value.toFixed(2)} ${unit}, ${share.toFixed(2)} of the budget of ${allowed} ${unit}`,
  );
  if (share > 1) process.exitCode = 1;
}

run();
if (!process.argv.includes("--model")) runSynthProcess();
