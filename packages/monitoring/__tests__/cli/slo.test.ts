import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../in-sample-project";
import { prometheusClient } from "../../src/clients/prometheus-client";
import { configure } from "../../src/cli/slo";
import { findProject } from "../../src/project/load-project";
import { runCommand } from "./run-command";

/** What the server has been asked, as `query` or `authorization: query`. */
const asked: string[] = [];
let listener: RequestListener = () => undefined;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const query = new URL(request.url ?? "", url).searchParams.get("query");
    const { authorization } = request.headers;
    asked.push(
      authorization === undefined ? `${query}` : `${authorization}: ${query}`,
    );
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/prometheus`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked.length = 0;
});

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly ratio: number;
}

function answer(samples: readonly Sample[]): RequestListener {
  return (_, response) => {
    const result = samples.map(({ labels, ratio }) => ({
      metric: { __name__: "slo:sli_error:ratio_period", ...labels },
      value: [1_700_000_000, String(ratio)],
    }));
    response.end(
      JSON.stringify({
        status: "success",
        data: { resultType: "vector", result },
      }),
    );
  };
}

const deployed = findProject()
  .deployment("prod")
  .systems.flatMap((system) =>
    system.slos.map((one) => ({ system: system.id, slo: one })),
  );
const healthy = (): readonly Sample[] =>
  deployed.map(({ system, slo: { id } }) => ({
    labels: { system, slo: id },
    ratio: 0,
  }));
const [first] = deployed;

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly text: string }> {
  const { code, printed: text } = await runCommand(configure, args, {
    now: () => new Date("2026-01-31T00:00:00Z"),
    retry: { retries: 0 },
  });
  return { code, text };
}

const at = (...args: readonly string[]) =>
  run(...args, "--prometheus-url", url);

describe("report", () => {
  test("asks once, and shows every SLO of the environment", async () => {
    listener = answer(healthy());
    const { code, text } = await at("report", "prod");
    expect(code).toBe(0);
    expect(asked).toEqual(["slo:sli_error:ratio_period"]);
    expect(text).toContain("Generated: 2026-01-31T00:00:00.000Z");
    for (const {
      system,
      slo: { title },
    } of deployed)
      expect(text).toContain(`| ${system}: ${title} |`);
  });

  test("writes JSON into a file, and says with its exit code that data is missing", async () => {
    listener = answer(healthy().slice(1));
    const folder = mkdtempSync(join(tmpdir(), "slo-report-"));
    try {
      const file = join(folder, "report.json");
      const { code, text } = await at(
        "report",
        "prod",
        "--format",
        "json",
        "--output",
        file,
      );
      expect({ code, text }).toEqual({ code: 1, text: "" });
      const { slos } = JSON.parse(readFileSync(file, "utf8")) as {
        slos: Record<string, { status: string; actual: number | null }>;
      };
      expect(slos[`${first?.system}/${first?.slo.id}`]).toMatchObject({
        status: "No data",
        actual: null,
      });
      expect(
        Object.values(slos).filter(({ status }) => status === "Met"),
      ).toHaveLength(deployed.length - 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("measures another period from the metrics of the system", async () => {
    listener = answer([{ labels: {}, ratio: 0 }]);
    const id = `${first?.system}/${first?.slo.id}`;
    const { text } = await at(
      "report",
      "prod",
      "--period-days",
      "9",
      "--slo",
      id,
    );
    expect(text).toContain("Period: 9 days");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("[9d]");
    expect(asked[0]).toContain(`system="${first?.system}"`);
  });

  test.each([
    [
      ["report", "prod", "--slo", "nothing"],
      'unknown SLO "nothing", known are',
    ],
    [["report", "nowhere"], 'unknown environment "nowhere"'],
    [
      ["report", "prod", "--period-days", "x"],
      "must be a whole number of days",
    ],
    [
      ["report", "prod", "--format", "xml"],
      "Allowed choices are markdown, json",
    ],
  ])("rejects %j", async (args, message) => {
    await expect(at(...args)).rejects.toThrow(message);
  });
});

describe("enforce", () => {
  test.each([
    { left: 0.6, exitCode: 0 },
    { left: 0.5, exitCode: 1 },
    { left: 0.2, exitCode: 2 },
    { left: -0.3, exitCode: 3 },
  ])("exits with $exitCode when $left of a budget is left", async (row) => {
    const budget = (100 - (first?.slo.objective ?? 0)) / 100;
    listener = answer(
      healthy().map((sample, index) =>
        index === 0 ? { ...sample, ratio: (1 - row.left) * budget } : sample,
      ),
    );
    expect((await at("enforce", "prod")).code).toBe(row.exitCode);
  });

  test("exits with 4 when there is no data, or none of this system", async () => {
    listener = answer([]);
    expect(await at("enforce", "prod")).toMatchObject({ code: 4 });
    listener = answer(
      healthy().map(({ labels, ratio }) => ({
        labels: { ...labels, system: "another" },
        ratio,
      })),
    );
    expect((await at("enforce", "prod")).code).toBe(4);
  });

  test("fails with 4 when Prometheus cannot be reached", async () => {
    await expect(
      run("enforce", "prod", "--prometheus-url", "http://127.0.0.1:1"),
    ).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining("cannot be asked") as string,
    });
  });
});

describe("the client", () => {
  test("tries again when the server is busy", async () => {
    let attempts = 0;
    listener = (request, response) => {
      attempts += 1;
      if (attempts > 1)
        return answer([{ labels: { a: "b" }, ratio: 0.5 }])(request, response);
      response.statusCode = 503;
      response.end();
      return undefined;
    };
    const client = prometheusClient({
      url,
      authorization: "Bearer x",
      retryDelayMilliseconds: 1,
    });
    expect(await client.query("up")).toEqual([
      {
        labels: { __name__: "slo:sli_error:ratio_period", a: "b" },
        value: 0.5,
      },
    ]);
    expect(asked).toEqual(["Bearer x: up", "Bearer x: up"]);
  });

  test("says what Prometheus has against a query", async () => {
    listener = (_, response) => {
      response.statusCode = 400;
      response.end(JSON.stringify({ status: "error", error: "parse error" }));
    };
    await expect(prometheusClient({ url }).query("up{")).rejects.toThrow(
      `Prometheus at ${url} refuses the query: parse error\nup{`,
    );
  });

  test("takes no scalar for a vector", async () => {
    listener = (_, response) => {
      response.end(
        JSON.stringify({
          status: "success",
          data: { resultType: "scalar", result: [1, "1"] },
        }),
      );
    };
    await expect(prometheusClient({ url }).query("1")).rejects.toThrow(
      "gives a scalar where a vector is expected",
    );
  });
});

describe("without Prometheus", () => {
  test("simulates patterns, and draws the first", async () => {
    const folder = mkdtempSync(join(tmpdir(), "slo-simulate-"));
    try {
      const svg = join(folder, "burn.svg");
      const { text } = await run(
        "simulate",
        "--objective",
        "99",
        "--period",
        "7d",
        "--pattern",
        "outage:1h:0.5",
        "--pattern",
        "intermittent:1:1m:9m:3",
        "--svg",
        svg,
      );
      expect(text).toContain("| 50 % errors for 1h |");
      expect(text).toContain(
        "| 100 % errors for 1m of every 1m + 9m, 3 times |",
      );
      expect(readFileSync(svg, "utf8")).toContain("50 % errors for 1h");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    [
      ["simulate", "--pattern", "outage"],
      "a pattern must be one of constant:RATIO",
    ],
    [
      ["simulate", "--pattern", "ramp:2:1h"],
      "ramp:2:1h: an error ratio must be between 0 and 1, got 2",
    ],
    [["simulate", "--period", "14d"], "a period of 14d has no built-in tiers"],
    [["simulate", "--period", "month"], "--period must be a duration"],
  ])("rejects %j", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });

  test("says what a journey can promise", async () => {
    const args = ["composite", "99.9", "99.9", "99.95", "99.9", "--target"];
    expect(await run(...args, "99.7")).toMatchObject({
      code: 1,
      text: expect.stringContaining(
        "4 steps reach 99.6504 %\nfor 99.7 % each needs 99.9249 %\n",
      ) as string,
    });
    expect((await run(...args, "99.65")).code).toBe(0);
  });

  test("imports specs as formatted TypeScript", async () => {
    const folder = mkdtempSync(join(tmpdir(), "slo-import-"));
    try {
      const spec = join(folder, "sloth.yml");
      writeFileSync(
        spec,
        'version: prometheus/v1\nservice: api\nslos: [{name: up, objective: 99, sli: {raw: {error_ratio_query: "x[{{.window}}]"}}}]\n',
      );
      const { text } = await run("import", spec, "--team", "web");
      expect(text).toContain('export const apiUp: Slo = {\n  id: "api-up",');
      expect(text).toContain('team: "web"');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
