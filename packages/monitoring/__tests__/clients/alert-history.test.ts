import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { alertHistory } from "../../src/clients/alert-history";

const day = 86_400;
/** Refuses more than 11,000 points, as Prometheus does; fires at the first and the last moment that it is asked for. */
let asked: URLSearchParams[];
let failures: number[];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://x");
    asked.push(searchParams);
    const [start = 0, end = 0, step = 1] = ["start", "end", "step"].map(
      (name) => Number(searchParams.get(name)),
    );
    const failure = failures.shift();
    if (failure !== undefined) {
      response.statusCode = failure;
      response.end('{"status":"error","error":"no"}');
    } else if (
      pathname !== "/prometheus/api/v1/query_range" ||
      (end - start) / step >= 11_000
    ) {
      response.statusCode = 400;
      response.end('{"status":"error","error":"too many points"}');
    } else {
      const metric = { alertname: "Down" };
      const values = [start, end].map((time) => [time, "1"]);
      response.end(
        JSON.stringify({
          status: "success",
          data: { result: [{ metric, values }] },
        }),
      );
    }
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/prometheus`;
});
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);
beforeEach(() => {
  asked = [];
  failures = [];
});

const history = (days: number, stepSeconds: number) =>
  alertHistory({
    url,
    days,
    stepSeconds,
    end: new Date((100 * day + 7) * 1000),
    retries: 1,
    retryDelayMilliseconds: 1,
  });

describe("alertHistory", () => {
  it("asks for thirty days in parts that Prometheus answers, each moment once", async () => {
    const { start, end, firing } = await history(30, 60);
    expect([start, end]).toEqual([70 * day, 100 * day]);
    const parts = asked.filter(
      (params) => params.get("query") === 'ALERTS{alertstate="firing"}',
    );
    expect(parts).toHaveLength(5);
    parts.slice(1).forEach((part, index) => {
      expect(Number(part.get("start"))).toBe(
        Number(parts[index]?.get("end")) + 60,
      );
    });
    expect(parts[0]?.get("start")).toBe(String(start));
    expect(parts[4]?.get("end")).toBe(String(end));
    expect(firing).toHaveLength(1);
    expect(firing[0]?.samples).toHaveLength(10);
  });

  it("reads the moments since when conditions hold, too", async () => {
    const { activeSince } = await history(1, 60);
    expect(asked.map((params) => params.get("query"))).toEqual([
      'ALERTS{alertstate="firing"}',
      "ALERTS_FOR_STATE",
    ]);
    expect(activeSince).toEqual([
      {
        labels: { alertname: "Down" },
        samples: [
          [99 * day, 1],
          [100 * day, 1],
        ],
      },
    ]);
  });

  it("tries again when Prometheus is not ready", async () => {
    failures = [503];
    await expect(history(1, 60)).resolves.toMatchObject({ stepSeconds: 60 });
    expect(asked).toHaveLength(3);
  });

  it("says who could not be asked for what", async () => {
    failures = [400];
    await expect(history(1, 60)).rejects.toThrow(
      `Prometheus at ${url} cannot be asked for ALERTS{alertstate="firing"}: 400 {"status":"error","error":"no"}`,
    );
  });
});
