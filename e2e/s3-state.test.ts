import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importBlocks } from "monitoring-as-code/adopt";
import { deployStack, prepareStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions } from "./plan-json";
import { startS3Server, type S3Server } from "./s3-server";
import {
  changed,
  grafanaStack,
  smallTeam,
  writeStack,
  type Resources,
} from "./terraform-fixture";
import type { Terraform } from "./terraform";

const bucket = "e2e-terraform-state";
const key = "e2e/terraform.tfstate";
const region = "eu-central-1";

/** A versioned and encrypted bucket, as a stack of its own with local state. */
const bucketStack = {
  terraform: {
    required_providers: {
      aws: { source: "hashicorp/aws", version: "5.100.0" },
    },
    backend: { local: { path: "terraform.bucket.tfstate" } },
  },
  provider: { aws: [{ region }] },
  resource: {
    aws_s3_bucket: { state: { bucket } },
    aws_s3_bucket_versioning: {
      state: {
        bucket: "${aws_s3_bucket.state.id}",
        versioning_configuration: { status: "Enabled" },
      },
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      state: {
        bucket: "${aws_s3_bucket.state.id}",
        rule: [
          {
            apply_server_side_encryption_by_default: {
              sse_algorithm: "aws:kms",
            },
          },
        ],
      },
    },
  },
};

/** The server asks for a signature where an object is read, and checks none. */
const signed = {
  authorization: `AWS4-HMAC-SHA256 Credential=e2e/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
};

const withS3State = {
  terraform: {
    required_providers: { grafana: { source: "grafana/grafana" } },
    backend: { s3: { bucket, key, region, use_lockfile: true, encrypt: true } },
  },
};

describe("state in an S3 bucket", () => {
  let s3: S3Server;
  let grafana: GrafanaTarget;
  let bucketDeployment: Deployment;
  let stackDir: string;
  let first: Terraform;
  let second: Terraform;

  beforeAll(async () => {
    [s3, grafana] = await Promise.all([startS3Server(), startGrafana()]);
    bucketDeployment = await deployStack({
      stackDir: writeStack(bucketStack),
      s3,
    });
    stackDir = writeStack(grafanaStack(smallTeam(), withS3State));
    first = prepareStack({ stackDir, grafana, s3 });
    second = prepareStack({ stackDir, grafana, s3 });
    await first.init();
    await first.apply();
    await second.init();
  }, 300_000);

  // The bucket goes with the server: nobody destroys a bucket that holds versions of state.
  afterAll(() => grafana.stop());
  afterAll(() => s3.stop());

  test("comes from a bucket that settles", () => {
    expect(bucketDeployment.unsettled).toEqual([]);
  });

  test("is seen by everybody who deploys the stack", async () => {
    expect(plannedActions(await second.plan())).toEqual([]);
  });

  test("is encrypted", async () => {
    const response = await fetch(`${s3.endpoint}/${bucket}/${key}`, {
      method: "HEAD",
      headers: signed,
    });
    expect(response.headers.get("x-amz-server-side-encryption")).toBe("AES256");
  });

  test("keeps a version of every apply", async () => {
    const before = await versions();
    const renamed = { "grafana_folder.team": { title: "Renamed" } };
    writeStack(
      grafanaStack(changed(smallTeam(), renamed), withS3State),
      first.workDir,
    );
    await first.apply();
    expect(await versions()).toBe(before + 1);
    writeStack(grafanaStack(smallTeam(), withS3State), first.workDir);
    await first.apply();
  });

  test("refuses a second writer while the first one works", async () => {
    writeStack(
      grafanaStack(
        changed(smallTeam(), { "grafana_folder.team": { title: "Held" } }),
        withS3State,
      ),
      first.workDir,
    );
    const holder = first.start("apply");
    await holder.prints("Enter a value:");
    expect(await second.failure("apply", "-auto-approve")).toContain(
      "Error acquiring the state lock",
    );
    holder.enter("yes");
    expect((await holder.finished).exitCode).toBe(0);
    await second.apply();
  });

  test("is unlocked by hand after a writer was killed", async () => {
    writeStack(
      grafanaStack(
        changed(smallTeam(), { "grafana_folder.team": { title: "Killed" } }),
        withS3State,
      ),
      first.workDir,
    );
    const holder = first.start("apply");
    await holder.prints("Enter a value:");
    holder.kill("SIGKILL");
    await holder.finished;
    const refused = await second.failure("apply", "-auto-approve");
    const [, lockId = ""] = /Lock Info: ID: (\S+)/.exec(refused) ?? [];
    await second.run("force-unlock", "-force", lockId);
    await second.apply();
  });

  describe("when an apply ends half-way", () => {
    /** So many that an apply is still busy when it has made the first. */
    function withFolders(prefix: string): Resources {
      const names = Array.from({ length: 150 }, (_, at) => `${prefix}_${at}`);
      return {
        ...smallTeam(),
        grafana_folder: {
          ...smallTeam()["grafana_folder"],
          ...Object.fromEntries(
            names.map((name) => [name, { uid: name, title: name }]),
          ),
        },
      };
    }

    /** Kills the first writer when it has made something and not everything, and says what it has printed. */
    async function killed(
      resources: Resources,
      signal: NodeJS.Signals,
    ): Promise<string> {
      for (const { workDir } of [first, second])
        writeStack(grafanaStack(resources, withS3State), workDir);
      const writer = first.start("apply", "-auto-approve", "-parallelism=1");
      await writer.prints("Creation complete");
      writer.kill(signal);
      const { exitCode, output } = await writer.finished;
      expect(exitCode).not.toBe(0);
      return output;
    }

    async function folders(): Promise<number> {
      const { values } = await second.state();
      return (values?.root_module.resources ?? []).filter(
        ({ type }) => type === "grafana_folder",
      ).length;
    }

    test("it has written what it made, and unlocked, if it was asked to end", async () => {
      const output = await killed(withFolders("asked"), "SIGINT");
      expect(output).toContain("Interrupt received");
      expect(await folders()).toBeGreaterThan(1);
      expect(await folders()).toBeLessThan(151);
      await second.apply();
      expect(await folders()).toBe(151);
      expect(plannedActions(await second.plan())).toEqual([]);
    });

    test("nothing is lost if it was killed: what it made is refused as there already, and adopted", async () => {
      const resources = withFolders("killed");
      await killed(resources, "SIGKILL");
      const locked = await second.failure("apply", "-auto-approve");
      const [, lockId = ""] = /Lock Info: ID: (\S+)/.exec(locked) ?? [];
      await second.run("force-unlock", "-force", lockId);
      const refused = await second.failure("apply", "-auto-approve");
      expect(refused).toContain("already exists");
      const there = new Set(
        [...refused.matchAll(/ with (grafana_\w+\.\w+),/g)].map(
          ([, address]) => address,
        ),
      );
      expect(there.size).toBeGreaterThan(0);
      const blocks = importBlocks({
        resource: resources,
      });
      const imports = join(second.workDir, "imports.tf.json");
      writeFileSync(
        imports,
        JSON.stringify({ import: blocks.filter(({ to }) => there.has(to)) }),
      );
      await second.apply();
      rmSync(imports);
      expect(await folders()).toBe(151);
      expect(plannedActions(await second.plan())).toEqual([]);
    });
  });

  test("is empty after destroy", async () => {
    await second.destroy();
    expect((await second.state()).values).toBeUndefined();
  });

  async function versions(): Promise<number> {
    const response = await fetch(
      `${s3.endpoint}/${bucket}?versions&prefix=${encodeURIComponent(key)}`,
    );
    const listed = await response.text();
    return [...listed.matchAll(/<Key>([^<]*)<\/Key>/g)].filter(
      ([, found]) => found === key,
    ).length;
  }
});
