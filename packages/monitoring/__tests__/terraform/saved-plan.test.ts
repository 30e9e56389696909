import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  configurationSha256,
  fileSha256,
  planFiles,
  rejectOtherPlan,
  synthesizedFolder,
  type PlanSummary,
} from "../../src/terraform/saved-plan";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "saved-plan-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe("configurationSha256", () => {
  const stack = (): string => join(root, "stack");

  beforeEach(() => {
    write("stack/cdk.tf.json", "{}");
    write("stack/assets/a.txt", "a");
  });

  test.each([
    ["the lock file", "stack/.terraform.lock.hcl"],
    ["downloaded providers", "stack/.terraform/providers/aws"],
    ["a local state", "stack/terraform.local.tfstate"],
    ["the backup of a local state", "stack/terraform.local.tfstate.backup"],
  ])("stays the same with %s", (_what, path) => {
    const before = configurationSha256(stack());
    write(path, "written by Terraform");
    expect(configurationSha256(stack())).toBe(before);
  });

  test.each([
    ["a changed stack", "stack/cdk.tf.json", "{ }"],
    ["an added file", "stack/override.tf.json", "{}"],
    ["a changed file below it", "stack/assets/a.txt", "b"],
  ])("changes with %s", (_what, path, content) => {
    const before = configurationSha256(stack());
    write(path, content);
    expect(configurationSha256(stack())).not.toBe(before);
  });

  test("tells apart where one file ends and the next begins", () => {
    write("one/a", "bc");
    write("other/ab", "c");
    expect(configurationSha256(join(root, "one"))).not.toBe(
      configurationSha256(join(root, "other")),
    );
  });
});

describe("synthesizedFolder", () => {
  test("rejects an environment that is not synthesized, and lists those that are", () => {
    write("out/stacks/dev/cdk.tf.json", "{}");
    write("out/stacks/prod/cdk.tf.json", "{}");
    write("out/stacks/empty/other", "");
    expect(() => synthesizedFolder(join(root, "out"), "../dev")).toThrow(
      `${join(root, "out/stacks")}: must hold the environment, got "../dev", there are dev, prod`,
    );
  });

  test("rejects an output that is not there", () => {
    expect(() => synthesizedFolder(root, "dev")).toThrow(
      "found none; run npx monitoring synth",
    );
  });
});

describe("rejectOtherPlan", () => {
  const folder = (): string => join(root, "plans/dev");
  const stack = (): string => join(root, "stacks/dev");
  let summary: PlanSummary;

  beforeEach(() => {
    write("stacks/dev/cdk.tf.json", "{}");
    summary = {
      environment: "dev",
      configurationSha256: configurationSha256(stack()),
      planSha256: fileSha256(write("plans/dev/plan.tfplan", "plan")),
      hasChanges: true,
    };
    save();
  });

  function save(changes: Partial<PlanSummary> = {}): void {
    write("plans/dev/summary.json", JSON.stringify({ ...summary, ...changes }));
  }

  test("lets the plan pass that was reviewed", () => {
    expect(() =>
      rejectOtherPlan("dev", folder(), stack(), summary.planSha256),
    ).not.toThrow();
  });

  test.each<[string, () => void, string]>([
    [
      "a plan of another environment",
      () => save({ environment: "prod" }),
      "is a plan of prod, not of dev",
    ],
    [
      "a plan file that was exchanged",
      () => write("plans/dev/plan.tfplan", "other"),
      "was saved with SHA-256",
    ],
    [
      "a configuration that has changed",
      () => write("stacks/dev/cdk.tf.json", "{ }"),
      "has changed since",
    ],
    [
      "a missing plan",
      () => rmSync(planFiles(folder()).plan),
      "there is no saved plan; run npx monitoring plan dev first",
    ],
  ])("rejects %s", (_what, change, message) => {
    change();
    expect(() => rejectOtherPlan("dev", folder(), stack(), undefined)).toThrow(
      message,
    );
  });

  test("rejects a plan that is not the reviewed one, in one message with all else", () => {
    write("stacks/dev/cdk.tf.json", "{ }");
    expect(() => rejectOtherPlan("dev", folder(), stack(), "abc")).toThrow(
      /reviewed was the plan with SHA-256 abc.*has changed since.*run npx monitoring plan dev and review it again/,
    );
  });
});
