import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configure } from "../../src/cli/review";
import {
  attributesOf,
  changeDashboard,
  changeRule,
  smallStack,
  stackText,
  type Resources,
} from "../review/small-stack";
import { runCommand, type CommandRun } from "./run-command";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "review-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes stacks as cdktf does, and returns their folder. */
function synthesized(
  side: string,
  stacks: Readonly<Record<string, Resources>>,
): string {
  for (const [name, resources] of Object.entries(stacks)) {
    const directory = join(folder, side, "stacks", name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "cdk.tf.json"), stackText(resources));
  }
  return join(folder, side);
}

function withChange(change: (resources: Resources) => unknown): Resources {
  const resources = smallStack();
  change(resources);
  return resources;
}

function run(...args: readonly string[]): Promise<CommandRun> {
  return runCommand(configure, args);
}

const retitled = (resources: Resources): void =>
  changeDashboard(resources, (dashboard) => (dashboard.title = "All orders"));

describe("monitoring review", () => {
  test("returns 0 for nothing, 2 for changes, 3 for dangers", async () => {
    const base = synthesized("base", { prod: smallStack() });
    const changed = synthesized("changed", { prod: withChange(retitled) });
    const dangerous = synthesized("dangerous", {
      prod: withChange(
        (resources) => delete resources.grafana_dashboard?.orders,
      ),
    });
    expect((await run("--base", base, "--head", base)).code).toBe(0);
    expect((await run("--base", base, "--head", changed)).code).toBe(2);
    expect((await run("--base", base, "--head", dangerous)).code).toBe(3);
    expect(
      (await run("--base", base, "--head", dangerous, "--dangers-exit", "0"))
        .code,
    ).toBe(0);
    expect(
      (await run("--base", base, "--head", changed, "--changes-exit", "9"))
        .code,
    ).toBe(9);
  });

  test("tells once what is the same in several environments", async () => {
    const base = synthesized("base", { dev: smallStack(), prod: smallStack() });
    const head = synthesized("head", {
      dev: withChange(retitled),
      prod: withChange(retitled),
    });
    const { printed: output } = await run("--base", base, "--head", head);
    expect(output.match(/~ dashboard/g)).toHaveLength(1);
    expect(output).not.toContain("danger\n");
  });

  test("warns of environments that drift apart", async () => {
    const stacks = { dev: smallStack(), prod: smallStack() };
    const base = synthesized("base", stacks);
    const head = synthesized("head", {
      ...stacks,
      dev: withChange((resources) => {
        retitled(resources);
        changeRule(resources, "Errors", {
          labels: { severity: "warning", team: "shop" },
        });
      }),
    });
    const { code, printed: output } = await run(
      "--base",
      base,
      "--head",
      head,
      "--format",
      "json",
    );
    const { dangers } = JSON.parse(output) as {
      dangers: { kind: string; text: string }[];
    };
    expect(code).toBe(3);
    expect(
      dangers.filter(({ kind }) => kind === "drift").map(({ text }) => text),
    ).toEqual([
      'dashboard "orders" changes in "dev" and not in "prod", where it was the same',
      'rule "shop-errors" changes in "dev" and not in "prod", where it was the same',
    ]);
  });

  test("leaves differences alone that were there before", async () => {
    const other = withChange(retitled);
    const base = synthesized("base", { dev: other, prod: smallStack() });
    const head = synthesized("head", {
      dev: withChange((resources) =>
        changeDashboard(resources, (dashboard) => (dashboard.title = "Dev")),
      ),
      prod: smallStack(),
    });
    expect((await run("--base", base, "--head", head)).code).toBe(2);
  });

  test("takes an environment that is new for what it is", async () => {
    const base = synthesized("base", { dev: smallStack() });
    const head = synthesized("head", { dev: smallStack(), prod: smallStack() });
    const { printed: output, code } = await run(
      "--base",
      base,
      "--head",
      head,
      "--format",
      "markdown",
    );
    expect(code).toBe(3);
    expect(output).toContain("the notification policy is created");
    expect(output).toContain("— <code>prod</code>");
  });

  test("writes Markdown to a file, with a link to the whole", async () => {
    const base = synthesized("base", { prod: smallStack() });
    const head = synthesized("head", {
      prod: withChange((resources) => {
        for (let index = 0; index < 400; index += 1)
          Object.assign(resources.grafana_folder ?? {}, {
            [`f${index}`]: { uid: `f${index}`, title: `Folder ${index}` },
          });
      }),
    });
    const file = join(folder, "review.md");
    const { printed: output } = await run(
      ...[
        "--base",
        base,
        "--head",
        head,
        "--format",
        "markdown",
        "--output",
        file,
      ],
      ...["--artefact-url", "https://ci.example.org/review", "--limit", "4000"],
    );
    expect(output).toBe("");
    const written = readFileSync(file, "utf8");
    expect(written.length).toBeLessThanOrEqual(4000);
    expect(written).toContain(
      "[the whole review](https://ci.example.org/review)",
    );
  });

  test("compares the folders of single stacks too", async () => {
    const base = synthesized("base", { prod: smallStack() });
    const head = synthesized("head", { prod: withChange(retitled) });
    expect(
      (
        await run(
          "--base",
          join(base, "stacks/prod"),
          "--head",
          join(head, "stacks/prod"),
        )
      ).code,
    ).toBe(2);
  });

  test("writes nothing when anything is wrong with the input", async () => {
    const base = synthesized("base", { prod: smallStack() });
    const head = synthesized("head", {
      prod: withChange((resources) =>
        Object.assign(attributesOf(resources, "grafana_dashboard", "orders"), {
          config_json: "[]",
        }),
      ),
    });
    const file = join(folder, "review.md");
    await expect(
      run("--base", base, "--head", head, "--output", file),
    ).rejects.toThrow(
      "prod: grafana_dashboard.orders: config_json must be a dashboard, got a list",
    );
    expect(() => readFileSync(file)).toThrow();
  });

  test.each([
    [
      "no input at all",
      [],
      /give either --plan, or --base with or without --head/,
    ],
    ["one side only", ["--head", "."], /give either/],
    [
      "a plan and two sides",
      ["--plan", "x", "--base", ".", "--head", "."],
      /give either/,
    ],
    [
      "a plan that is not there",
      ["--plan", "missing.json"],
      /missing\.json: cannot be read/,
    ],
    [
      "a folder without stacks",
      ["--base", "docs", "--head", "docs"],
      /docs: must hold stacks\/<environment>\/cdk\.tf\.json/,
    ],
  ])("rejects %s", async (_case, args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });

  test.each([
    ["a truncated stack", '{"resource":{', /ends in the middle/],
    [
      "a stack that is another document",
      '{"name":"x"}',
      /must be a synthesized stack \(cdk\.tf\.json\), got an object with name/,
    ],
    [
      "resources that are none",
      '{"terraform":{},"resource":{"grafana_folder":{"a":1}}}',
      /grafana_folder\.a must be an object/,
    ],
  ])("rejects %s", async (_case, text, message) => {
    const base = synthesized("base", { prod: smallStack() });
    const head = synthesized("head", { prod: smallStack() });
    writeFileSync(join(head, "stacks/prod/cdk.tf.json"), text);
    await expect(run("--base", base, "--head", head)).rejects.toThrow(message);
  });
});
