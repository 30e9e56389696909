import { App, TerraformStack, Testing } from "cdktf";
import { defineBackend } from "../src/backends";
import type { StateBackend } from "monitoring-as-code";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** `Testing.synth` leaves the backend out, so this synthesizes the whole app. */
function backendOf(state: StateBackend): unknown {
  const app = Testing.stubVersion(
    new App({ outdir: Testing.app().outdir, stackTraces: false }),
  );
  const stack = new TerraformStack(app, "dev");
  defineBackend(stack, "dev", state);
  app.synth();
  const json = JSON.parse(
    readFileSync(join(app.outdir, "stacks", "dev", "cdk.tf.json"), "utf8"),
  ) as { terraform: { backend: unknown } };
  return json.terraform.backend;
}

describe("defineBackend", () => {
  test("keeps local state beside the synthesized file, by a relative path", () => {
    expect(backendOf({ kind: "local" })).toEqual({
      local: { path: "terraform.dev.tfstate" },
    });
  });

  test("keeps remote state encrypted and locked, under a key of the environment's own", () => {
    expect(
      backendOf({ kind: "s3", bucket: "acme-state", region: "eu-central-1" }),
    ).toEqual({
      s3: {
        bucket: "acme-state",
        key: "dev/terraform.tfstate",
        region: "eu-central-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  test("encrypts with the key of the environment where it has one", () => {
    expect(
      backendOf({
        kind: "s3",
        bucket: "acme-state",
        region: "eu-central-1",
        kmsKeyId: "alias/state",
      }),
    ).toMatchObject({ s3: { kms_key_id: "alias/state" } });
  });
});
