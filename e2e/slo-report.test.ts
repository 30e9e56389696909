import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deploymentNamed } from "../__tests__/deployments";
import {
  runCommand,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";
import { monitoring } from "./monitoring";
import { programsNamed } from "./programs";
import {
  freePort,
  startServerProgram,
  type ServerProgram,
} from "./server-program";

const day = 86_400;
const step = 300;
const api = 'http_requests_total{system="slo",job="api"';

/**
 * Two days of requests: a busy day on which 1 of 1000 fails, a quiet one on which 1 of 10 does. Slices of time would say
 * that 5.05 % have failed; of the requests, it is 0.199 %.
 */
const busy = { good: 99_900, bad: 100 };
const quiet = { good: 900, bad: 100 };
const failedShare =
  (busy.bad + quiet.bad) / (busy.good + busy.bad + quiet.good + quiet.bad);

/** Counters up to now, and what rules have recorded of every SLO of production. */
function history(now: number): string {
  const start = now - 2 * day;
  const counter = (kind: "good" | "bad") =>
    Array.from({ length: (2 * day) / step + 1 }, (_, index) => {
      const days = (index * step) / day;
      const value =
        busy[kind] * Math.min(1, days) + quiet[kind] * Math.max(0, days - 1);
      return { at: start + index * step, value };
    });
  const lines = (series: string, kind: "good" | "bad"): string[] =>
    counter(kind).map(({ at, value }) => `${series} ${value} ${at}`);
  const recorded = deploymentNamed("prod").systems.flatMap((system) =>
    system.slos.map(({ id, objective }) => {
      const budget = (100 - objective) / 100;
      const spent = id === "requests-availability" ? 0.9 : 0.1;
      return `slo:sli_error:ratio_period{system="${system.id}",slo="${id}"} ${budget * spent} ${now}`;
    }),
  );
  return [
    "# TYPE http_requests counter",
    ...lines(`${api},status="200"}`, "good"),
    ...lines(`${api},status="500"}`, "bad"),
    "# TYPE slo:sli_error:ratio_period gauge",
    ...recorded,
    "# EOF",
    "",
  ].join("\n");
}

let prometheus: ServerProgram;

beforeAll(async () => {
  const folder = scratchFolder("slo-report");
  const now = Math.floor(Date.now() / 1000);
  writeFileSync(join(folder, "history.txt"), history(now));
  writeFileSync(join(folder, "prometheus.yml"), "scrape_configs: []\n");
  const [promtool] = programsNamed("promtool");
  const { exitCode, output } = await runCommand(
    promtool?.path ?? "",
    ["tsdb", "create-blocks-from", "openmetrics", "history.txt", "data"],
    { cwd: folder, env: { PATH: process.env.PATH ?? "" } },
  );
  if (exitCode !== 0) throw new Error(output);
  const port = await freePort();
  const [program] = programsNamed("prometheus");
  prometheus = await startServerProgram(
    program?.path ?? "",
    [
      "--config.file=prometheus.yml",
      "--storage.tsdb.path=data",
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { cwd: folder, port, readyPath: "/-/ready" },
  );
});

afterAll(() => prometheus.stop());

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly text: string }> {
  const { exitCode: code, stdout: text } = await monitoring(
    ...["slo", ...args, "--prometheus-url", prometheus.url],
  );
  return { code, text };
}

test("the report shows what a real Prometheus has recorded", async () => {
  const { code, text } = await run("report", "prod", "--format", "json");
  const { slos } = JSON.parse(text) as {
    slos: Record<string, { status: string; error_budget_remaining: number }>;
  };
  expect(code).toBe(0);
  const { "slo/requests-availability": worst, ...others } = slos;
  expect(worst).toMatchObject({
    status: "At Risk",
    error_budget_remaining: 10,
  });
  for (const other of Object.values(others))
    expect(other).toMatchObject({ status: "Met", error_budget_remaining: 90 });
});

test("enforcement exits with the level of the worst", async () => {
  const { code, text } = await run("enforce", "prod");
  expect(code).toBe(2);
  expect(text).toContain(
    "slo/requests-availability: 10.00 % remaining (CRITICAL), tell the Engineering Manager",
  );
});

test("another period is measured from the requests, each counted once", async () => {
  const { text } = await run(
    "report",
    "prod",
    "--period-days",
    "2",
    "--slo",
    "slo/requests-availability",
    "--format",
    "json",
  );
  const { slos } = JSON.parse(text) as {
    slos: Record<string, { actual: number; status: string }>;
  };
  const measured = slos["slo/requests-availability"];
  expect(measured?.status).toBe("Violated");
  expect(100 - (measured?.actual ?? 0)).toBeCloseTo(100 * failedShare, 1);
});
