import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  runCommand,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";
import { deployStack, prepareStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions } from "./plan-json";
import type { Resources } from "./terraform-fixture";
import { missingEdges } from "./reference-check";
import { startS3Server, type S3Server } from "./s3-server";

/** AWS's provider waits most of a minute until it trusts a bucket's lifecycle rules; a busy machine takes far longer. */
const AWS_TIMEOUT_MS = 1_200_000;
const projectRoot = resolve(__dirname, "..");
const outDir = scratchFolder("synth");

function stackDir(stack: string): string {
  return join(outDir, "stacks", stack);
}

/** The synthesized resources of a stack: type, id, arguments. */
function resourcesOf(stack: string): Resources {
  const file = join(stackDir(stack), "cdk.tf.json");
  const { resource } = JSON.parse(readFileSync(file, "utf8")) as {
    resource: Resources;
  };
  return resource;
}

/** What `npm run synth` writes to `cdktf.out/`, but in a folder of this test's own. */
beforeAll(async () => {
  const { exitCode, output } = await runCommand(
    process.execPath,
    ["--import", "tsx", "main.ts"],
    {
      cwd: projectRoot,
      env: { PATH: process.env["PATH"] ?? "", CDKTF_OUTDIR: outDir },
    },
  );
  if (exitCode !== 0) throw new Error(`synth failed: ${output}`);
});

describe.each(["local", "dev", "staging", "prod"])("the stack %s", (stack) => {
  test("has one policy tree", () => {
    const trees = resourcesOf(stack)["grafana_notification_policy"] ?? {};
    expect(Object.keys(trees)).toHaveLength(1);
  });

  test("lets a contact point be renamed while it is in use", () => {
    const points = resourcesOf(stack)["grafana_contact_point"] ?? {};
    for (const point of Object.values(points)) {
      expect(point).toMatchObject({
        lifecycle: { create_before_destroy: true },
      });
    }
  });
});

describe("the stack local", () => {
  let grafana: GrafanaTarget;
  let deployment: Deployment;

  beforeAll(async () => {
    grafana = await startGrafana({ worstOrder: true });
    deployment = await deployStack({ stackDir: stackDir("local"), grafana });
  });

  afterAll(() => grafana.stop());

  test("names every object by a reference that Terraform sees", () => {
    expect(deployment.missingEdges).toEqual([]);
  });

  test("settles: the second plan is empty", () => {
    expect(deployment.unsettled).toEqual([]);
  });

  test("holds every dashboard as it was synthesized", async () => {
    const state = await deployment.terraform.state();
    const applied = (state.values?.root_module.resources ?? [])
      .filter(({ type }) => type === "grafana_dashboard")
      .map(({ values }) => readable(values["config_json"] as string));
    const synthesized = resourcesOf("local")["grafana_dashboard"] ?? {};
    const expected = Object.values(synthesized).map(({ config_json }) =>
      readable(unescaped(config_json as string)),
    );
    expect(applied).toHaveLength(expected.length);
    expect(applied).toEqual(expect.arrayContaining(expected));
  });

  test("prints no secret", async () => {
    const outputs = await deployment.terraform.run("output");
    expect(outputs).toContain("<sensitive>");
    expect(outputs).not.toContain("invented-for-");
  });

  test("is destroyed whole", async () => {
    await deployment.destroy();
  });
});

describe("the stacks in the cloud", () => {
  let grafana: GrafanaTarget;
  let s3: S3Server;
  let state: Deployment;
  let prod: Deployment;

  beforeAll(async () => {
    [grafana, s3] = await Promise.all([startGrafana(), startS3Server()]);
    state = await deployStack({ stackDir: stackDir("state"), s3 });
    prod = await deployStack({ stackDir: stackDir("prod"), grafana, s3 });
  }, AWS_TIMEOUT_MS);

  // What they made goes with the servers: buckets that hold state are not destroyed.
  afterAll(() => grafana.stop());
  afterAll(() => s3.stop());

  test("settle: their second plans are empty", () => {
    expect(state.unsettled).toEqual([]);
    expect(prod.unsettled).toEqual([]);
  });

  test("name every object by a reference that Terraform sees", () => {
    expect(prod.missingEdges).toEqual([]);
  });

  test("only create", () => {
    for (const { plan } of [state, prod]) {
      const other = plannedActions(plan).filter(
        (action) => !/: (?:create|read)$/.test(action),
      );
      expect(other).toEqual([]);
    }
  });

  test.each(["dev", "staging"])(
    "leave room for %s, which plans as well",
    async (stack) => {
      const terraform = prepareStack({
        stackDir: stackDir(stack),
        grafana,
        s3,
      });
      await terraform.init();
      await terraform.validate();
      expect(missingEdges(await terraform.plan())).toEqual([]);
    },
  );

  test("keep prod's state in the bucket that state made", async () => {
    expect(await prod.terraform.run("state", "list")).toContain(
      "grafana_notification_policy",
    );
    expect(await prod.terraform.run("state", "pull")).toContain('"serial"');
  });
});

/** A dashboard without what Terraform leaves out of its state. */
function readable(json: string): unknown {
  const dashboard = JSON.parse(json) as {
    id?: unknown;
    version?: unknown;
    panels?: { id?: unknown }[];
  };
  delete dashboard.id;
  delete dashboard.version;
  for (const panel of dashboard.panels ?? []) delete panel.id;
  return dashboard;
}

function unescaped(template: string): string {
  return template.replaceAll("$${", () => "${").replaceAll("%%{", "%{");
}
