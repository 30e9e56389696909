import "../in-sample-project";
import { configure } from "../../src/cli/sync";
import type { Surroundings } from "../../src/cli/surroundings";
import { runCommand } from "./run-command";
import {
  classic,
  handMadeIn,
  makeByHand,
  GrafanaApi,
} from "@monitoring-as-code/grafana-stand-in";

/** What the sample project deploys. */
const deployed = { folder: "shop", dashboard: "shop-overview" };
const now = new Date("2026-11-21T10:00:00Z");
const variables = {
  GRAFANA_AUTH_STAGING: "admin:secret-of-staging",
  GRAFANA_AUTH_PROD: "secret-of-prod",
};

let staging: GrafanaApi;
let prod: GrafanaApi;

beforeEach(async () => {
  staging = await GrafanaApi.start({
    authorization: `Basic ${Buffer.from(variables.GRAFANA_AUTH_STAGING).toString("base64")}`,
    now: () => now,
  });
  prod = await GrafanaApi.start({
    authorization: `Bearer ${variables.GRAFANA_AUTH_PROD}`,
    now: () => now,
  });
  makeByHand(staging, now, deployed);
  prod.folders.stored.set(deployed.folder, {
    uid: deployed.folder,
    title: "Shop",
    parentUid: "",
    version: 1,
  });
});
afterEach(async () => {
  await staging.stop();
  await prod.stop();
});

async function run(
  args: readonly string[] = [],
  changes: Partial<Surroundings> = {},
): Promise<{ readonly exitCode: number; readonly printed: string }> {
  const { code: exitCode, printed } = await runCommand(
    configure,
    [
      ...["--from", "staging", "--from-grafana", staging.url],
      ...["--to", "prod", "--to-grafana", prod.url],
      ...args,
    ],
    {
      now: () => now,
      variables,
      retry: { retryDelayMilliseconds: 1 },
      ...changes,
    },
  );
  return { exitCode, printed };
}

function writesTo(api: GrafanaApi): readonly string[] {
  return api.requests.filter((request) => !request.startsWith("GET"));
}

/** A dashboard of prod as somebody left it at a time. */
function putIntoProd(
  uid: string,
  updated: string,
  tags: readonly string[],
): void {
  prod.dashboards.stored.set(uid, {
    uid,
    title: uid,
    folderUid: "",
    version: 1,
    updated,
    content: { ...classic(uid, uid), tags },
  });
}

describe("monitoring sync", () => {
  test("says in words what differs, and writes nothing", async () => {
    putIntoProd("general", "2026-01-01T00:00:00Z", ["old"]);
    putIntoProd("theirs", "2026-01-01T00:00:00Z", []);
    const { exitCode, printed } = await run();
    expect(exitCode).toBe(2);
    expect(printed).toContain('+ folder "Try-outs"');
    expect(printed).toContain('+ dashboard "Latency" ("latency")');
    expect(printed).toContain('~ dashboard "In no folder" ("general")\n');
    expect(printed).toContain('title: "general" → "In no folder"');
    expect(printed).toContain('tags removed, was "["old"]"');
    expect(printed).toContain('+ dashboard "With tabs"');
    expect(printed).toContain(
      "folders: 3 to create\ndashboards: 4 to create, 1 to update\n",
    );
    expect(printed).toContain(
      'note: prod has 1 dashboards of its own, which stay: "theirs"\n',
    );
    expect([...writesTo(prod), ...writesTo(staging)]).toEqual([]);
  });

  test("copies folders and dashboards, and neither notes nor silences", async () => {
    expect((await run(["--apply"])).exitCode).toBe(0);
    expect(handMadeIn(prod, deployed)).toEqual({
      ...(handMadeIn(staging, deployed) as object),
      annotations: [],
      silences: [],
    });
    expect(writesTo(staging)).toEqual([]);
    expect(await run()).toEqual({
      exitCode: 0,
      printed: "folders: 3 equal\ndashboards: 5 equal\n",
    });
  });

  test("copies notes as well when it is told to", async () => {
    const args = ["--apply", "--kinds", "folders,dashboards,annotations"];
    await expect(run(args)).rejects.toThrow(
      /annotation 2026-\S+: is on dashboard "shop-overview", which this repository deploys and prod does not have: deploy first/,
    );
    expect(writesTo(prod)).toEqual([]);
    staging.annotations.stored = staging.annotations.stored.filter(
      ({ dashboardUID }) => dashboardUID !== deployed.dashboard,
    );
    await run(args);
    expect(prod.annotations.stored.map(({ text }) => text).sort()).toEqual([
      "new database",
      "sale",
    ]);
  });

  test("never touches what is deployed to either", async () => {
    await run(["--apply"]);
    expect(prod.dashboards.stored.has(deployed.dashboard)).toBe(false);
    expect(prod.dashboards.stored.has("from-file")).toBe(false);
    expect(prod.folders.stored.has("synced")).toBe(false);
  });

  test("leaves what was changed later where it is wanted, unless it is told otherwise", async () => {
    putIntoProd("general", "2026-11-21T09:00:00Z", ["later"]);
    const { exitCode, printed } = await run(["--apply"]);
    expect(exitCode).toBe(2);
    expect(printed).toContain(
      'kept, --overwrite replaces it: dashboard "In no folder" (general): prod has a version of 2026-11-21T09:00:00Z',
    );
    expect(prod.dashboards.stored.get("general")?.content.tags).toEqual([
      "later",
    ]);
    expect((await run(["--apply", "--overwrite"])).exitCode).toBe(0);
    expect(prod.dashboards.stored.get("general")?.content.tags).toEqual([]);
  });

  test("says which datasources it does not know there", async () => {
    const content = classic("latency", "Latency");
    staging.dashboards.stored.set("latency", {
      ...staging.dashboards.stored.get("latency")!,
      content: {
        ...content,
        panels: [{ type: "stat", datasource: { uid: "influx" } }],
      },
    });
    expect((await run()).printed).toContain(
      'note: dashboard "Latency" reads datasources that this repository does not deploy to prod, see that they are there: influx\n',
    );
  });

  test.each([
    [
      "two times the same environment",
      ["--to", "staging"],
      {},
      /--from and --to must differ, got "staging" twice/,
    ],
    [
      "an unknown environment",
      ["--to", "production"],
      {},
      /unknown environment "production", known are staging, prod/,
    ],
    [
      "one token for both servers",
      [],
      { variables: { GRAFANA_AUTH: "secret", TF_VAR_grafana_auth: "secret" } },
      /nobody is signed in to Grafana of staging: set GRAFANA_AUTH_STAGING to the token/,
    ],
  ])("rejects %s", async (_, args, changes, message) => {
    await expect(run(args, changes)).rejects.toThrow(message);
    expect([...staging.requests, ...prod.requests]).toEqual([]);
  });

  test("rejects a folder that has no place, before it writes", async () => {
    prod.folders.stored.clear();
    expect((await run()).exitCode).toBe(2);
    await expect(run(["--apply"])).rejects.toThrow(
      /lies in folder "shop", which this repository deploys and prod does not have: deploy first/,
    );
    expect(writesTo(prod)).toEqual([]);
  });
});
