import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configure } from "../../src/cli/review";
import { runCommand } from "./run-command";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "review-environments-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A synthesized stack with one folder of Grafana. */
function stack(side: string, environment: string, title: string): void {
  const path = join(folder, side, "stacks", environment);
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, "cdk.tf.json"),
    JSON.stringify({
      resource: { grafana_folder: { team: { uid: "team", title } } },
    }),
  );
}

const args = (): readonly string[] => [
  "--environments",
  ...["--base", join(folder, "base"), "--head", join(folder, "head")],
  ...["--output", join(folder, "reviews")],
];

function review(environment: string): string {
  return readFileSync(join(folder, "reviews", `${environment}.md`), "utf8");
}

test("writes a review of its own for each environment of either side", async () => {
  stack("base", "dev", "Team");
  stack("head", "dev", "The team");
  stack("base", "prod", "Team");
  stack("head", "prod", "Team");
  stack("head", "preview", "Team");
  const { printed } = await runCommand(configure, args());
  expect(readdirSync(join(folder, "reviews")).sort()).toEqual([
    "dev.md",
    "preview.md",
    "prod.md",
  ]);
  expect(printed.split("\n")).toContain(join(folder, "reviews", "dev.md"));
  expect(review("dev")).toContain("The team");
  expect(review("dev")).not.toContain("prod");
  expect(review("prod")).toContain("<code>prod</code>: no changes");
  expect(review("preview")).toContain("<code>preview</code>");
});

test("rejects a side where nothing was synthesized", async () => {
  stack("head", "dev", "Team");
  await expect(runCommand(configure, args())).rejects.toThrow(
    "found none; run npx monitoring synth there",
  );
});
