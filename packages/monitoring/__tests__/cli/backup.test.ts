import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../in-sample-project";
import { configure as configureBackup } from "../../src/cli/backup";
import { configure as configureRestore } from "../../src/cli/restore";
import type { Surroundings } from "../../src/cli/surroundings";
import { runCommand, type CommandRun } from "./run-command";
import {
  handMadeIn,
  makeByHand,
  GrafanaApi,
} from "@monitoring-as-code/grafana-stand-in";

/** What the sample project deploys. */
const deployed = { folder: "shop", dashboard: "shop-overview" };
const token = "glsa_very-secret";
const start = new Date("2026-11-21T03:17:00Z");

let api: GrafanaApi;
let folder: string;
let time: Date;

beforeEach(async () => {
  time = start;
  folder = mkdtempSync(join(tmpdir(), "backups-"));
  api = await GrafanaApi.start({
    authorization: `Bearer ${token}`,
    now: () => time,
    pageLimit: 2,
  });
  makeByHand(api, time, deployed);
});
afterEach(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

function surroundings(changes: Partial<Surroundings>): Partial<Surroundings> {
  return {
    now: () => time,
    variables: { GRAFANA_AUTH_PROD: token },
    retry: { retryDelayMilliseconds: 1 },
    ...changes,
  };
}

let salt = 0;
function backup(
  args: readonly string[],
  changes: Partial<Surroundings> = {},
): Promise<CommandRun> {
  return runCommand(
    (command, around) =>
      configureBackup(command, around, () =>
        (salt++ & 0xffff).toString(16).padStart(4, "0"),
      ),
    ["prod", "--to", folder, ...args],
    surroundings(changes),
  );
}

async function runBackup(...args: readonly string[]): Promise<string> {
  return (await backup(["--grafana", api.url, ...args])).printed;
}

async function runRestore(
  ...args: readonly string[]
): Promise<{ readonly exitCode: number; readonly printed: string }> {
  const { code: exitCode, printed } = await runCommand(
    configureRestore,
    ["prod", "--from", folder, "--grafana", api.url, ...args],
    surroundings({}),
  );
  return { exitCode, printed };
}

function later(hours: number): void {
  time = new Date(time.getTime() + hours * 3_600_000);
}

function filesIn(part: string): readonly string[] {
  const below = join(folder, "monitoring-backups/prod", part);
  return existsSync(below)
    ? readdirSync(below, { recursive: true, encoding: "utf8" }).filter((file) =>
        file.endsWith(".json"),
      )
    : [];
}

/** What was written to Grafana since the last call. */
function writes(): readonly string[] {
  const found = api.requests.filter((request) => !request.startsWith("GET"));
  api.requests.length = 0;
  return found;
}

describe("monitoring backup", () => {
  test("takes what people made, and nothing that is deployed, provisioned or written by an alert", async () => {
    expect(await runBackup()).toMatch(
      /^backup 20261121T031700Z-\w{4} of prod \(Grafana 13\.0\.1\) in \S+: 3 folders, 5 dashboards, 3 annotations, 2 silences\nnote: 1 annotation belong to dashboards that are gone, and are left out\n$/,
    );
    expect(
      filesIn("objects")
        .map((file) =>
          file.replace(/^[^/]+\//, "").replace(/\.\w{64}\.json$/, ""),
        )
        .sort(),
    ).toEqual([
      "annotations/2026-10",
      "annotations/2026-11",
      "dashboards/dynamic",
      "dashboards/errors",
      "dashboards/general",
      "dashboards/latency",
      "dashboards/own",
      "folders/deep",
      "folders/in-deployed",
      "folders/try-outs",
      "silences/silence-1",
      "silences/silence-2",
    ]);
    expect(writes()).toEqual([]);
  });

  test("writes the manifest last, with the checksum of every file", async () => {
    await runBackup();
    const [file] = filesIn("manifests");
    const manifest = JSON.parse(
      readFileSync(
        join(folder, "monitoring-backups/prod/manifests", file!),
        "utf8",
      ),
    ) as { objects: { path: string; sha256: string; updated?: string }[] };
    expect(manifest).toMatchObject({
      format: 1,
      environment: "prod",
      grafana: { url: api.url, version: "13.0.1" },
      startedAt: "2026-11-21T03:17:00.000Z",
    });
    expect(manifest.objects).toHaveLength(12);
    expect(
      manifest.objects.find(({ path }) =>
        path.startsWith("dashboards/latency"),
      ),
    ).toMatchObject({
      kind: "dashboards",
      id: "latency",
      title: "Latency",
      updated: "2026-11-20T03:17:00.000Z",
    });
  });

  test.each([
    ["is asked to wait", { status: 429, retryAfter: 0 }],
    ["is restarting", { status: 502 }],
    ["is overloaded", { status: 503 }],
    ["answers too late for its proxy", { status: 504 }],
    ["drops the connection in the middle of an answer", "drop"],
  ] as const)("goes on when Grafana %s", async (_, kind) => {
    api.faults = [{ on: /^GET/, after: 3, times: 3, kind }];
    await expect(runBackup()).resolves.toContain("5 dashboards");
  });

  test("waits as long as Grafana asks", async () => {
    api.faults = [
      { on: /search/, times: 1, kind: { status: 429, retryAfter: 0.1 } },
    ];
    const began = Date.now();
    await runBackup();
    expect(Date.now() - began).toBeGreaterThanOrEqual(95);
  });

  test("leaves the last backup as it was when the server is lost, and goes on where it was", async () => {
    await runBackup();
    const before = filesIn("manifests");
    later(24);
    api.faults = [{ on: /dashboards\/uid/, after: 3, kind: "drop" }];
    await expect(runBackup()).rejects.toThrow(/cannot be reached/);
    expect(filesIn("manifests")).toEqual(before);
    api.faults = [];
    later(1);
    api.requests.length = 0;
    expect(await runBackup()).toMatch(
      /^backup 20261122T031700Z-\w{4} .* 5 dashboards.*, [1-9] of 10 objects were there from before it was interrupted\n/,
    );
    const fetched = api.requests.filter((request) =>
      request.startsWith("GET /api/dashboards/uid/"),
    );
    // Six that are not deployed, of which one to three were there; what else was there depends on who was faster.
    expect(fetched.length).toBeGreaterThanOrEqual(3);
    expect(fetched.length).toBeLessThanOrEqual(5);
    expect(filesIn("manifests")).toHaveLength(2);
  });

  test.each([
    ["is too old", 7, [], "20261121T101700Z"],
    ["is not wanted", 1, ["--fresh"], "20261121T041700Z"],
  ])("begins anew when the interrupted one %s", async (_, hours, args, id) => {
    api.faults = [{ on: /annotations/, kind: { status: 500 } }];
    await expect(runBackup()).rejects.toThrow(/annotations: 500/);
    api.faults = [];
    later(hours);
    expect(await runBackup(...args)).toMatch(new RegExp(`^backup ${id}`));
  });

  test("fetches again what was altered in an interrupted backup", async () => {
    api.faults = [{ on: /annotations/, kind: { status: 500 } }];
    await expect(runBackup()).rejects.toThrow(/500/);
    const [file] = filesIn("objects").filter((path) =>
      path.includes("/latency."),
    );
    writeFileSync(join(folder, "monitoring-backups/prod/objects", file!), "{}");
    api.faults = [];
    await runBackup();
    expect((await runRestore()).exitCode).toBe(0);
  });

  test("refuses to follow a backup of dashboards with none", async () => {
    await runBackup();
    later(24);
    api.dashboards.stored.clear();
    await expect(runBackup()).rejects.toThrow(
      /shows no dashboard that people made, and backup 20261121T031700Z-\w{4} has 5: may who asks see them/,
    );
    expect(filesIn("manifests")).toHaveLength(1);
    await expect(runBackup("--allow-empty")).resolves.toContain("0 dashboards");
  });

  test.each([
    [
      "nobody who is signed in",
      { variables: {} },
      /nobody is signed in to Grafana of prod: set GRAFANA_AUTH_PROD or GRAFANA_AUTH or TF_VAR_grafana_auth/,
    ],
    [
      "a token that Grafana does not know",
      { variables: { GRAFANA_AUTH: "glsa_other-secret" } },
      /folders: 401 does not know who asks: GRAFANA_AUTH must hold user:password or the token of a service account/,
    ],
  ])("rejects %s, and keeps the secret", async (_, changes, message) => {
    const run = backup(["--grafana", api.url], changes);
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.not.toThrow(/secret/);
    expect(filesIn("manifests")).toEqual([]);
  });

  test.each([
    [
      "what it may not see",
      { on: /silences/, kind: { status: 403 } },
      /silences: 403 forbids it: who asks \(GRAFANA_AUTH_PROD\) needs the permission alert.silences:read: something is wrong/,
    ],
    [
      "a page of a proxy",
      { on: /search/, kind: { status: 200, html: "<html>Sign in</html>" } },
      /is answered with something that is no JSON/,
    ],
    [
      "a redirect",
      { on: /search/, kind: { status: 302 } },
      /is led to another address: does .* begin as Grafana's own root_url does/,
    ],
  ])("rejects %s", async (_, fault, message) => {
    api.faults = [fault];
    await expect(runBackup()).rejects.toThrow(message);
    expect(filesIn("manifests")).toEqual([]);
  });

  test("rejects an address with a password, which the manifest would keep, and says neither", async () => {
    const run = backup(["--grafana", "http://anna:secret@localhost"]);
    await expect(run).rejects.toThrow(
      'the Grafana of prod must have a URL without user and password, got one for host "localhost": use basic authentication with a secret',
    );
  });

  test("rejects a server that is not there", async () => {
    await expect(backup(["--grafana", "http://127.0.0.1:9"])).rejects.toThrow(
      /^Grafana at http:\/\/127.0.0.1:9, GET api\/health: cannot be reached, connect ECONNREFUSED/,
    );
  });
});

describe("monitoring restore", () => {
  test("brings everything back to a server that lost it", async () => {
    const before = handMadeIn(api, deployed);
    await runBackup();
    api.clear();
    makeDeployed();
    const { exitCode } = await runRestore();
    expect(exitCode).toBe(0);
    expect(handMadeIn(api, deployed)).toEqual(before);
  });

  test("writes nothing the second time", async () => {
    await runBackup();
    api.clear();
    makeDeployed();
    await runRestore();
    writes();
    expect(await runRestore()).toMatchObject({
      exitCode: 0,
      printed: expect.stringContaining("dashboards: 5 equal") as string,
    });
    expect(writes()).toEqual([]);
  });

  test("only says what it would do when it is a dry run", async () => {
    await runBackup();
    api.clear();
    makeDeployed();
    const { exitCode, printed: text } = await runRestore("--dry-run");
    expect(exitCode).toBe(2);
    expect(text).toContain('+ dashboard "Latency" ("latency")');
    expect(text).toContain(
      "+ annotation of 2026-11-20T03:17:00.000Z: new database",
    );
    expect(text).toContain(
      '+ silence {team="shop"} until 2026-11-21T08:17:00.000Z by anna: moving house',
    );
    expect(text).toContain(
      "folders: 3 to create\ndashboards: 5 to create\nannotations: 3 to create\nsilences: 2 to create\n",
    );
    expect(writes()).toEqual([]);
  });

  test("goes on after it was interrupted", async () => {
    const before = handMadeIn(api, deployed);
    await runBackup();
    api.clear();
    makeDeployed();
    api.faults = [{ on: /^POST \/api\/annotations/, after: 1, kind: "drop" }];
    await expect(runRestore()).rejects.toThrow(/cannot be reached/);
    api.faults = [];
    expect((await runRestore()).exitCode).toBe(0);
    expect(handMadeIn(api, deployed)).toEqual(before);
  });

  test.each([
    ["folder", /^POST \/api\/folders/],
    ["dashboard", /^POST \/api\/dashboards/],
    ["dashboard of the app platform", /^POST \/apis/],
    ["annotation", /^POST \/api\/annotations/],
    ["silence", /^POST .*silences/],
  ])("writes a %s once when the answer is lost", async (_, on) => {
    const before = handMadeIn(api, deployed);
    await runBackup();
    api.clear();
    makeDeployed();
    api.faults = [{ on, times: 1, kind: "lose" }];
    expect((await runRestore()).exitCode).toBe(0);
    expect(handMadeIn(api, deployed)).toEqual(before);
  });

  test("leaves what somebody changed since, unless it is told otherwise", async () => {
    await runBackup();
    later(1);
    const latency = api.dashboards.stored.get("latency")!;
    api.dashboards.stored.set("latency", {
      ...latency,
      content: { ...latency.content, tags: ["new"] },
      version: 4,
      updated: time.toISOString(),
    });
    const kept = await runRestore();
    expect(kept.exitCode).toBe(2);
    expect(kept.printed).toContain(
      'kept, --overwrite replaces it: dashboard "Latency" (latency): prod has a version of 2026-11-21T04:17:00.000Z, which is not older than this one of 2026-11-20T03:17:00.000Z',
    );
    expect(writes()).toEqual([]);
    expect((await runRestore("--overwrite")).exitCode).toBe(0);
    expect(api.dashboards.stored.get("latency")?.content.tags).toEqual([]);
  });

  test("loses no change that is made while it runs", async () => {
    await runBackup();
    later(1);
    const old = api.dashboards.stored.get("own")!;
    api.dashboards.stored.set("own", {
      ...old,
      content: { ...old.content, tags: ["x"] },
      updated: "2026-11-01T00:00:00Z",
    });
    const save = api.dashboards.save.bind(api.dashboards);
    jest.spyOn(api.dashboards, "save").mockImplementation((asked) => {
      const found = api.dashboards.stored.get("own")!;
      api.dashboards.stored.set("own", {
        ...found,
        version: found.version + 1,
      });
      return save(asked);
    });
    await expect(runRestore()).rejects.toThrow(
      /dashboard "Own" \(own\): .* 412 refuses: The dashboard has been changed by someone else/,
    );
    expect(api.dashboards.stored.get("own")?.content.tags).toEqual(["x"]);
  });

  test("renames and moves folders back only when it is told to", async () => {
    await runBackup();
    api.folders.stored.set("deep", {
      uid: "deep",
      title: "Deeper",
      parentUid: "",
      version: 5,
    });
    expect((await runRestore()).exitCode).toBe(2);
    expect(writes()).toEqual([]);
    expect((await runRestore("--overwrite")).exitCode).toBe(0);
    expect(api.folders.stored.get("deep")).toMatchObject({
      title: "Deep",
      parentUid: "try-outs",
    });
  });

  test("takes the backup that it is told", async () => {
    await runBackup();
    const before = handMadeIn(api, deployed);
    later(24);
    api.dashboards.stored.delete("own");
    await runBackup();
    api.clear();
    makeDeployed();
    time = start;
    await runRestore("--at", "20261121");
    expect(handMadeIn(api, deployed)).toEqual(before);
  });

  test("puts back no silence that is over, and no note on a dashboard that is not there", async () => {
    await runBackup();
    api.clear();
    makeDeployed();
    later(48);
    const { printed: text } = await runRestore(
      "--kinds",
      "annotations,silences",
    );
    expect(text).toContain(
      "left out: silence silence-1: it ended at 2026-11-21T08:17:00.000Z",
    );
    expect(text).toContain(
      'left out: annotation 2026-11-20T03:17:00.000Z: prod does not have its dashboard "latency"',
    );
    expect(writes()).toEqual([
      "POST /api/annotations",
      "POST /api/annotations",
    ]);
  });

  test("lists what there is, the latest first, and says what cannot be used", async () => {
    expect((await runRestore("--list")).printed).toBe("no backups\n");
    await runBackup();
    later(24);
    await runBackup();
    const [, latest] = filesIn("manifests").slice().sort();
    writeFileSync(
      join(folder, "monitoring-backups/prod/manifests", latest!),
      "{",
    );
    expect((await runRestore("--list")).printed).toMatch(
      /^20261122T031700Z-\w{4} cannot be restored: .* must be JSON, got "\{"\n20261121T031700Z-\w{4} complete at 2026-11-21T03:17:00.000Z, Grafana 13.0.1, 3 folders, 5 dashboards, annotations of 2 months, 2 silences\n$/,
    );
  });

  test("verifies without asking Grafana", async () => {
    await runBackup();
    api.requests.length = 0;
    expect(await runRestore("--verify")).toMatchObject({
      exitCode: 0,
      printed: expect.stringMatching(
        /^backup \S+ of prod, every checksum is right\n$/,
      ) as string,
    });
    expect(api.requests).toEqual([]);
  });

  test("rejects files that are missing or altered, all in one message, and writes nothing", async () => {
    await runBackup();
    const objects = join(folder, "monitoring-backups/prod/objects");
    const file = (name: string): string =>
      join(
        objects,
        filesIn("objects").find((path) => path.includes(`/${name}.`))!,
      );
    rmSync(file("own"));
    writeFileSync(file("deep"), "{}");
    const latency = readFileSync(file("latency"), "utf8");
    writeFileSync(file("latency"), latency.replace("Latency", "latency"));
    api.clear();
    makeDeployed();
    api.requests.length = 0;
    await expect(runRestore()).rejects.toThrow(
      /^backup \S+ of prod is not whole, nothing is restored; npx monitoring restore --list shows others\ndashboards\/latency\.\w{64}\.json was altered: its SHA-256 must be \w{64}, got \w{64}\ndashboards\/own\.\w{64}\.json is missing\nfolders\/deep\.\w{64}\.json must have \d+ bytes, got 2$/,
    );
    expect(api.requests).toEqual([]);
  });

  test("rejects a folder of this repository that is not deployed yet, before it writes", async () => {
    await runBackup();
    api.clear();
    api.requests.length = 0;
    await expect(runRestore()).rejects.toThrow(
      /^nothing is written, because there is no place for it:\nfolder "Ours" \(in-deployed\): lies in folder "shop", which this repository deploys and prod does not have: deploy first\ndashboard "Own" \(own\): lies in folder "shop"/,
    );
    expect(writes()).toEqual([]);
  });

  test("names every object that Grafana refuses, and puts back the others", async () => {
    await runBackup();
    api.clear();
    makeDeployed();
    api.faults = [
      { on: /^POST \/api\/dashboards/, times: 1, kind: { status: 400 } },
    ];
    await expect(runRestore()).rejects.toThrow(
      /^dashboard "\S.*" \(\w+\): Grafana at \S+, POST api\/dashboards\/db: 400 refuses: something is wrong$/,
    );
    expect(api.dashboards.stored.size).toBe(5);
    expect(api.silences.stored).toHaveLength(2);
  });

  test.each([
    [
      "a backup that is not there",
      ["--at", "2025"],
      /no backup begins with "2025", there are 20261121T/,
    ],
    [
      "a kind that is none",
      ["--kinds", "alerts"],
      /must be of folders,dashboards,annotations,silences, got "alerts"/,
    ],
  ])("rejects %s", async (_, args, message) => {
    const error = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    await runBackup();
    await expect(runRestore(...args)).rejects.toThrow(message);
    error.mockRestore();
  });

  test("rejects an environment without a backup", async () => {
    await expect(runRestore()).rejects.toThrow(
      /has no backup of prod; npx monitoring backup prod makes one/,
    );
  });
});

/** What a deployment puts there. */
function makeDeployed(): void {
  api.folders.stored.set("shop", {
    uid: "shop",
    title: "Shop",
    parentUid: "",
    version: 1,
  });
  api.dashboards.stored.set(deployed.dashboard, {
    uid: deployed.dashboard,
    title: "Overview",
    folderUid: "shop",
    version: 1,
    updated: time.toISOString(),
    content: { title: "Overview" },
  });
}
