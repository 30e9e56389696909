import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { reviewEnvironments } from "../../src/cli/review-environments-command";

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
  ...["--base", join(folder, "base"), "--head", join(folder, "head")],
  ...["--out", join(folder, "reviews")],
];

function review(environment: string): string {
  return readFileSync(join(folder, "reviews", `${environment}.md`), "utf8");
}

test("writes a review of its own for each environment of either side", () => {
  stack("base", "dev", "Team");
  stack("head", "dev", "The team");
  stack("base", "prod", "Team");
  stack("head", "prod", "Team");
  stack("head", "preview", "Team");
  let printed = "";
  reviewEnvironments(args(), (text) => {
    printed += text;
  });
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

test("rejects a side where nothing was synthesized", () => {
  stack("head", "dev", "Team");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["bin/monitoring.js", "review-environments", ...args()],
    { cwd: resolve(__dirname, "../.."), encoding: "utf8" },
  );
  expect(status).toBe(1);
  expect(stderr).toContain("found none; run npm run synth there");
});
