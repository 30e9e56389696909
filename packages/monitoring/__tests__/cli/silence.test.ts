import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import "../in-sample-project";
import { configure } from "../../src/cli/silence";
import { runCommand } from "./run-command";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers as Alertmanager does; the first answers may be others. */
let asked: Asked[];
let failures: number[];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const { method = "", url: path = "" } = request;
      asked.push({
        method,
        path,
        body: text === "" ? undefined : (JSON.parse(text) as unknown),
      });
      const failure = failures.shift();
      response.statusCode = failure ?? 200;
      if (failure !== undefined) response.end('"no such silence"');
      else if (method === "POST") response.end('{"silenceID":"id-1"}');
      else if (method === "DELETE") response.end();
      else response.end("[]");
    });
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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

async function run(...args: readonly string[]): Promise<string> {
  const { printed } = await runCommand(
    configure,
    ["prod", "--alertmanager", url, ...args],
    {
      now: () => new Date("2026-03-01T10:00:00Z"),
      variables: { USER: "anna" },
      retry: { retryDelayMilliseconds: 1 },
    },
  );
  return printed;
}
const window = ["--system", "shop", "--comment", "new database"];

describe("monitoring silence", () => {
  it("creates a silence with the matchers of the window", async () => {
    const printed = await run(...window, "--match", "service=~api.*");
    expect(asked).toEqual([
      {
        method: "POST",
        path: "/api/v2/silences",
        body: {
          matchers: [
            {
              name: "system",
              value: "shop",
              isRegex: false,
              isEqual: true,
            },
            { name: "service", value: "api.*", isRegex: true, isEqual: true },
          ],
          startsAt: "2026-03-01T10:00:00.000Z",
          endsAt: "2026-03-01T11:00:00.000Z",
          createdBy: "anna",
          comment: "new database",
        },
      },
    ]);
    expect(printed).toMatch(/^covers \d+ of \d+ alerts/);
    expect(printed).toContain('id-1 {system="shop", service=~"api.*"}');
  });

  it("asks nobody when it is a dry run", async () => {
    await expect(run(...window, "--dry-run")).resolves.toContain(
      "would create",
    );
    expect(asked).toEqual([]);
  });

  it("tries again when Alertmanager is not ready", async () => {
    failures = [503];
    await expect(run(...window)).resolves.toContain("id-1");
    expect(asked).toHaveLength(2);
  });

  it("does not create a silence twice where the first may exist", async () => {
    failures = [500];
    await expect(run(...window)).rejects.toThrow(
      /POST silences: 500 "no such silence"/,
    );
    expect(asked).toHaveLength(1);
  });

  it("expires and lists in one go", async () => {
    await expect(run("--expire", "id/1", "--list")).resolves.toBe(
      "id/1 expired\nno silences\n",
    );
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "DELETE /api/v2/silence/id%2F1",
      "GET /api/v2/silences",
    ]);
  });

  test.each([
    [
      "an unknown system",
      ["--system", "nobody", "--comment", "x"],
      /unknown system "nobody", known are platform, /,
    ],
    [
      "what covers nothing",
      ["--match", "alertname=Nothing", "--comment", "x"],
      /no alert of prod has such labels/,
    ],
    [
      "every page",
      ["--match", "severity=critical", "--comment", "x"],
      /refused without --force: silences every page of the environment/,
    ],
    [
      "everything",
      ["--match", "alertname=~.+", "--comment", "x"],
      /silences every alert of the environment/,
    ],
    [
      "everything but one team",
      ["--match", "team!=data", "--comment", "x"],
      /silences whatever it does not name/,
    ],
    [
      "the dead man's switch",
      ["--system", "platform", "--comment", "x"],
      /silences DeadMansSwitch/,
    ],
    [
      "a bad length",
      [...window, "--duration", "two hours"],
      /--duration must be such as 2h or 90m, got "two hours"/,
    ],
  ])("rejects %s, and asks nobody", async (_, args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });

  it("makes a dangerous silence when forced to", async () => {
    const dangerous = ["--match", "severity=critical", "--comment", "x"];
    await expect(run(...dangerous, "--force")).resolves.toContain("id-1");
  });
});
