import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const bin = join(__dirname, "../../bin/monitoring.js");

/** No project is here: what loads one fails. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function monitoring(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Ended {
  return spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    input: "",
    env: { PATH: process.env["PATH"] ?? "", ...environment },
  });
}

/** What a command cannot do without. */
const required: Readonly<Record<string, readonly string[]>> = {
  "slo import": ["--team", "shop"],
  sync: ["--from", "one", "--to", "another"],
};

const commands: readonly (readonly string[])[] = [
  ["start"],
  ["synth"],
  ["check"],
  ["check-query"],
  ["route"],
  ["render"],
  ["review"],
  ["plan"],
  ["apply"],
  ["environments"],
  ["init"],
  ["new"],
  ["import"],
  ["adopt"],
  ["slo", "report"],
  ["slo", "enforce"],
  ["slo", "simulate"],
  ["slo", "composite"],
  ["slo", "import"],
  ["silence"],
  ["analyze"],
  ["backup"],
  ["restore"],
  ["sync"],
];

test("the help of monitoring lists every command", () => {
  const { status, stdout, stderr } = monitoring(["--help"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const listed = [...stdout.matchAll(/^ {2}([a-z]+(?:-[a-z]+)*) {2,}/gm)];
  expect(listed.map(([, name]) => name).sort()).toEqual(
    [...new Set(commands.map(([name]) => name))].sort(),
  );
});

describe.each(commands.map((words) => [words.join(" "), words] as const))(
  "monitoring %s",
  (name, words) => {
    test("explains itself in 80 columns, with exit codes, and does nothing else", () => {
      const { status, stdout, stderr } = monitoring([...words, "--help"]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(`Usage: monitoring ${name} `);
      expect(stdout).toMatch(/^Exit codes:\n {2}0 {2}/m);
      expect(stdout).toContain("--project <path>");
      expect(
        stdout
          .split("\n")
          .filter((line) => line.length > 80 && !line.startsWith("Usage:")),
      ).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    });

    test("rejects an option that it does not have", () => {
      const { status, stdout, stderr } = monitoring([
        ...words,
        ...(required[name] ?? []),
        "--no-such",
      ]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toBe(
        "error: unknown option '--no-such'\n(add --help for what there is)\n",
      );
    });
  },
);

test.each([
  [["start", "a", "b"]],
  [["synth", "a"]],
  [["check", "a", "b"]],
  [["check-query", "a"]],
  [["render", "a", "b"]],
  [["review", "a"]],
  [["plan", "a", "b"]],
  [["init", "a", "b"]],
  [["environments", "a"]],
  [["restore", "a", "b"]],
])("rejects arguments that are too many: %j", (args) => {
  const { status, stderr } = monitoring(args);
  expect(status).toBe(1);
  expect(stderr).toContain("error: too many arguments");
});

test.each([
  [["chek"], "error: unknown command 'chek'\n(Did you mean check?)\n"],
  [
    ["environments"],
    /^there must be a monitoring\.ts in the current folder or above it, got none above \S+; run this in a project, name one with --project, or start one with "monitoring init <folder>"\n$/,
  ],
  [
    ["environments", "--project", "nowhere"],
    "--project must be a folder with monitoring.ts, or such a file, got nowhere\n",
  ],
])("rejects %j with one message", (args, message) => {
  const { status, stdout, stderr } = monitoring(args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  if (typeof message === "string") expect(stderr).toContain(message);
  else expect(stderr).toMatch(message);
});

test("the output that nobody reads any more is dropped without a word", async () => {
  const child = spawn(process.execPath, [bin, "check-query"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.stdout.destroy();
  child.stdin.end('{"language":"promql","expr":"up"}\n'.repeat(50_000));
  expect(await ended).toBe(0);
  expect(stderr).toBe("");
});

describe("a mistake in content", () => {
  function project(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), "content-"));
    for (const [name, content] of Object.entries({
      "package.json": "{}",
      ...files,
    })) {
      mkdirSync(join(root, name, ".."), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    return root;
  }

  test.each([
    [
      "a value that is refused",
      {
        "monitoring.ts": 'import "./systems/shop";\nexport default {};\n',
        "systems/shop.ts":
          'interface Shop {\n  readonly id: string;\n}\nconst shop: Shop = { id: "shop" };\nthrow new Error(`${shop.id}: must be open, got closed`);\n',
      },
      /systems\/shop\.ts:5:7: shop: must be open, got closed\n$/,
    ],
    [
      "a module that is not there",
      { "monitoring.ts": '\nimport "./gone";\nexport default {};\n' },
      /monitoring\.ts:2:\d+: Cannot find module '\.\/gone'\n$/,
    ],
    [
      "a file that is not TypeScript",
      { "monitoring.ts": "export default {\n" },
      /monitoring\.ts:2:0: ERROR: Expected identifier but found end of file\n$/,
    ],
    [
      "a project that exports nothing",
      { "monitoring.ts": "export const project = {};\n" },
      /monitoring\.ts: must export a project as its default, got none; write "export default defineProject\(\{ … \}\)"\n$/,
    ],
  ])("rejects %s, by file and line, without a stack", (_, files, message) => {
    const root = project(files);
    const { status, stdout, stderr } = monitoring([
      "environments",
      ...["--project", root],
    ]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    rmSync(root, { recursive: true });
  });

  test("shows its stack where DEBUG is set", () => {
    const root = project({ "monitoring.ts": 'throw new Error("closed");\n' });
    const { stderr } = monitoring(["environments", "--project", root], {
      DEBUG: "1",
    });
    expect(stderr).toMatch(/\n {4}at .*monitoring\.ts:1/);
    rmSync(root, { recursive: true });
  });

  test("ends a synth in the same way", () => {
    const root = project({
      "cdktf.json": JSON.stringify({
        app: `node --import ${pathToFileURL(require.resolve("tsx")).href} main.ts`,
      }),
      "monitoring.ts": "export default {};\n",
      "main.ts": 'const name: string = "shop";\n\nthrow new Error(name);\n',
    });
    const { status, stdout, stderr } = monitoring(
      ["synth", "--project", root],
      { NODE_OPTIONS: "" },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/main\.ts:3:7: shop\n$/);
    rmSync(root, { recursive: true });
  });
});
