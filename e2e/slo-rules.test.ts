import project from "../monitoring";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environments } from "../environments";
import { prod } from "../environments/prod";
import { deploymentOf } from "monitoring-as-code/deployment";
import {
  type Environment,
  type MonitoredSystem,
  type Slo,
} from "monitoring-as-code";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { promtoolTests } from "monitoring-as-code/slo";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";

const availability: Slo = {
  id: "api-availability",
  title: "API availability",
  description: "99.9 % of API requests succeed",
  service: "api",
  team: "backend",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "events",
    total: 'sum(rate(http_requests_total{job="api"}[$window]))',
    errors: 'sum(rate(http_requests_total{job="api",status=~"5.."}[$window]))',
  },
};

const slos: readonly Slo[] = [
  availability,
  { ...availability, id: "api-guarded", minimumRequests: 100 },
  { ...availability, id: "api-week", period: "7d", objective: 99 },
  {
    ...availability,
    id: "api-latency",
    objective: 99.5,
    period: "28d",
    sli: {
      kind: "latency",
      histogram: "http_request_duration_seconds",
      le: 1,
      selector: 'job="api"',
    },
  },
  {
    ...availability,
    id: "payments",
    objective: 99.95,
    sli: {
      kind: "events",
      total: "sum(rate(payments_processed_total[$window]))",
      good: 'sum(rate(payments_processed_total{status="success"}[$window]))',
    },
  },
  {
    ...availability,
    id: "database-availability",
    objective: 99.95,
    sli: {
      kind: "raw",
      errorRatio: '1 - avg(avg_over_time(pg_up{job="postgres"}[$window]))',
    },
  },
];

const shop = (measured: readonly Slo[]): MonitoredSystem => ({
  id: "shop",
  title: "Shop",
  description: "Sells things",
  jobs: [],
  metrics: [],
  exporters: [],
  dashboards: [],
  alertGroups: [],
  recordingGroups: [],
  slos: measured,
});

function rulesOf(slo: Slo, environment: Environment = prod): string {
  const [file] = ruleFiles(
    deploymentOf(
      { ...environment, dataSources: {} },
      { ...project, systems: [shop([slo])] },
    ),
  );
  if (file === undefined) throw new Error("no rules");
  return file.content;
}

/** What promtool says of rules and tests. */
async function promtool(
  command: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number; readonly output: string }> {
  const folder = mkdtempSync(join(tmpdir(), "slo-rules-"));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), content);
    return await runCommand("promtool", command, {
      cwd: folder,
      env: { PATH: process.env.PATH ?? "" },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const testOf = (slo: Slo): string =>
  promtoolTests(slo, { systemId: "shop", ruleFile: "rules.yml" });

describe.each(slos)("$id", (slo) => {
  test("fires and stops when the closed form says", async () => {
    const { exitCode, output } = await promtool(["test", "rules", "test.yml"], {
      "rules.yml": rulesOf(slo),
      "test.yml": testOf(slo),
    });
    expect(output).toContain("SUCCESS");
    expect(exitCode).toBe(0);
  });
});

test("the rules of every environment are rules", async () => {
  const files = Object.fromEntries(
    environments.flatMap((environment) =>
      slos.map((slo) => [
        `${environment.name}-${slo.id}.yml`,
        rulesOf(slo, environment),
      ]),
    ),
  );
  const { exitCode, output } = await promtool(
    ["check", "rules", ...Object.keys(files)],
    files,
  );
  expect(output).not.toContain("FAILED");
  expect(exitCode).toBe(0);
});

test("the tests notice a threshold that is twice as high", async () => {
  const lax = rulesOf(availability).replaceAll(
    "(14.4 * 0.001)",
    "(28.8 * 0.001)",
  );
  const { exitCode, output } = await promtool(["test", "rules", "test.yml"], {
    "rules.yml": lax,
    "test.yml": testOf({
      ...availability,
      tiers: [
        {
          tier: "page-quick",
          severity: "critical",
          budgetPercent: 2,
          long: "1h",
          short: "5m",
        },
      ],
    }),
  });
  expect(output).toContain("ApiAvailabilityPageQuick");
  expect(exitCode).toBe(1);
});
