import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { commands } from "../__tests__/coverage/commands";
import { environments } from "../environments";
import {
  runCommand,
  type CommandResult,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";
import { monitoring } from "./monitoring";
import { programsNamed } from "./programs";

const projectRoot = resolve(__dirname, "..");
const github = join(projectRoot, ".github");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly with?: Readonly<Record<string, unknown>>;
  readonly environment?: string;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly steps?: readonly Step[];
  readonly strategy?: {
    readonly "max-parallel"?: number;
    readonly "fail-fast"?: boolean;
    readonly matrix: Readonly<Record<string, string>>;
  };
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = readdirSync(github, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yml"))
  .sort();
const workflowFiles = files.filter((file) => file.startsWith("workflows/"));
const remote = environments
  .filter(({ state }) => state.kind !== "local")
  .map(({ name }) => name);

function read(file: string): string {
  return readFileSync(join(github, file), "utf8");
}

function workflow(name: string): Workflow {
  return parse(read(`workflows/${name}.yml`)) as Workflow;
}

/** Every match of the expression's first group in a file. */
function matches(file: string, expression: RegExp): readonly string[] {
  return [...read(file).matchAll(expression)].map(([, group]) => group!);
}

test("actionlint finds nothing in any workflow", async () => {
  const [actionlint] = programsNamed("actionlint");
  const { exitCode, output } = await runCommand(
    actionlint!.path,
    [
      "-no-color",
      ...["-shellcheck=", "-pyflakes="],
      ...workflowFiles.map((file) => join(github, file)),
    ],
    { cwd: projectRoot, env: { PATH: process.env["PATH"] ?? "" } },
  );
  expect(output).toBe("");
  expect(exitCode).toBe(0);
});

describe.each(files)("%s", (file) => {
  test("pins every action of others by a commit, and says which version it is", () => {
    const pinned =
      /^(?:\.\/\.github\/\S+|[\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+)$/;
    const used = matches(file, /^\s*(?:- )?uses: *(.+)$/gm);
    expect(used.filter((action) => !pinned.test(action))).toEqual([]);
    const own = used.filter((action) => action.startsWith("./"));
    for (const action of own)
      expect(
        [action, join(action, "action.yml")].some((path) =>
          existsSync(join(projectRoot, path)),
        ),
      ).toBe(true);
  });

  test("runs only scripts that package.json has, and commands of monitoring", () => {
    const { scripts } = JSON.parse(
      readFileSync(join(projectRoot, "package.json"), "utf8"),
    ) as { scripts: Record<string, string> };
    const run = matches(file, /npm run (?:--silent )?([\w:-]+)/g);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
    const called = matches(file, /npx monitoring ([a-z-]+)/g);
    expect(
      called.filter((name) => !commands.includes(`monitoring ${name}`)),
    ).toEqual([]);
  });

  test("puts nothing that others can name into a shell", () => {
    const { jobs, runs } = parse(read(file)) as {
      jobs?: Record<string, Job>;
      runs?: Job;
    };
    const steps = [...Object.values(jobs ?? {}), ...(runs ? [runs] : [])]
      .flatMap((job) => job.steps ?? [])
      .flatMap(({ run }) => run ?? []);
    expect(steps.filter((run) => run.includes("${{"))).toEqual([]);
  });
});

describe.each(workflowFiles)("%s", (file) => {
  const { permissions, jobs } = parse(read(file)) as Workflow;

  test("may read the repository, and each job no more than it names", () => {
    expect(permissions).toEqual({ contents: "read" });
    for (const job of Object.values(jobs)) {
      expect(["object", "undefined"]).toContain(typeof job.permissions);
      expect(job.permissions ?? {}).not.toHaveProperty("contents", "write");
    }
  });
});

describe("a pull request", () => {
  test("of a fork finds no secret and no right to write", () => {
    const file = "workflows/pull-request.yml";
    expect(read(file)).not.toContain("secrets.");
    expect(workflow("pull-request").on).toEqual({ pull_request: null });
    for (const job of Object.values(workflow("pull-request").jobs))
      expect(job).not.toHaveProperty("permissions");
  });

  test("is commented by a workflow that installs and runs none of its code", () => {
    const { jobs } = workflow("post-reviews");
    const steps = jobs["post"]?.steps ?? [];
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      '.ci/post-reviews "$RUNNER_TEMP/reviews"',
    ]);
    expect(read("workflows/post-reviews.yml")).not.toMatch(/ref:|npm ci/);
  });
});

describe("the environments", () => {
  test.each([
    ["deploy", "deploy", ["--remote"], remote],
    ["drift", "plan", ["--remote"], remote],
    [
      "backup",
      "backup",
      ["--storage"],
      environments
        .filter(({ storage }) => storage !== undefined)
        .map(({ name }) => name),
    ],
  ])(
    "of %s are those that the project has",
    async (file, job, options, expected) => {
      const { jobs } = workflow(file);
      expect(jobs[job]?.strategy?.matrix["environment"]).toBe(
        "${{ fromJSON(needs.environments.outputs.names) }}",
      );
      expect(jobs[job]?.needs).toBe("environments");
      const [listed = ""] =
        jobs["environments"]?.steps?.flatMap(({ run }) => run ?? []) ?? [];
      expect(listed).toContain(
        `names=$(npx monitoring environments --json ${options.join(" ")})`,
      );
      const { stdout } = await monitoring(
        ...["environments", "--json", ...options],
      );
      expect(stdout).toBe(`${JSON.stringify(expected)}\n`);
    },
  );

  test("are deployed one after the other, each one at a time", () => {
    const { deploy } = workflow("deploy").jobs;
    expect(deploy?.with?.["environment"]).toBe("${{ matrix.environment }}");
    expect(deploy?.strategy).toMatchObject({
      "max-parallel": 1,
      "fail-fast": true,
    });
    expect(deploy?.concurrency).toEqual({
      group: "deploy-${{ matrix.environment }}",
      "cancel-in-progress": false,
    });
  });

  test("are applied behind their own protection, and planned before it", () => {
    const { apply } = workflow("deploy-environment").jobs;
    const { plan } = workflow("plan-environment").jobs;
    expect(apply?.environment).toBe("${{ inputs.environment }}");
    expect(plan?.environment).toBe("${{ inputs.environment }}-plan");
  });

  test("get every secret that one of them needs, and no other", async () => {
    const out = scratchFolder("synth");
    const { exitCode, output } = await runCommand("npm", ["run", "synth"], {
      cwd: projectRoot,
      env: { PATH: process.env["PATH"] ?? "", CDKTF_OUTDIR: out },
    });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const needed = remote.flatMap((name) => {
      const { variable } = JSON.parse(
        readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8"),
      ) as { variable: Record<string, object> };
      return Object.keys(variable).filter(
        (key) => !("default" in variable[key]!),
      );
    });
    const { plan } = workflow("plan-environment").jobs;
    const { env = {} } =
      plan?.steps?.find(({ run }) => run?.includes("npx monitoring plan")) ??
      {};
    expect(env).toEqual(
      Object.fromEntries(
        needed.map((name) => [
          `TF_VAR_${name}`,
          `\${{ secrets.TF_VAR_${name.toUpperCase()} }}`,
        ]),
      ),
    );
  });
});

describe("the nightly backup", () => {
  const { backup } = workflow("backup").jobs;

  test("is made one at a time in each environment", () => {
    expect(backup?.concurrency).toEqual({
      group: "backup-${{ matrix.environment }}",
      "cancel-in-progress": false,
    });
  });

  test("has a role and a token of its own, and nothing that deploys", () => {
    expect(backup?.environment).toBe("${{ matrix.environment }}-backup");
    expect(backup?.permissions).toEqual({
      contents: "read",
      "id-token": "write",
    });
    expect(matches("workflows/backup.yml", /secrets\.(\w+)/g)).toEqual([
      "GRAFANA_AUTH",
    ]);
    expect(read("workflows/backup.yml")).not.toMatch(/terraform|inherit/);
  });

  test("gives the token to the export alone, and verifies what lies in the bucket without it", () => {
    const steps = (backup?.steps ?? []).filter(({ run }) => run !== undefined);
    expect(
      steps.map(({ run, env = {} }) => [run?.split("\n")[0], Object.keys(env)]),
    ).toEqual([
      ['npx monitoring backup "$ENVIRONMENT"', ["GRAFANA_AUTH"]],
      ['npx monitoring restore "$ENVIRONMENT" --verify', []],
      [
        'npx monitoring restore "$ENVIRONMENT" --list >> "$GITHUB_STEP_SUMMARY"',
        [],
      ],
    ]);
  });
});

describe("the saved plan between two jobs", () => {
  /** Runs a step of a workflow as a runner does. */
  function runStep(file: string, job: string, name: string, key: string) {
    const step = workflow(file).jobs[job]?.steps?.find(
      (candidate) => candidate.name === name,
    );
    return (cwd: string): Promise<CommandResult> =>
      runCommand(
        "bash",
        ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""],
        {
          cwd,
          env: {
            PATH: process.env["PATH"] ?? "",
            ENVIRONMENT: "dev",
            PLAN_KEY: key,
          },
        },
      );
  }
  const encrypt = (key: string) =>
    runStep("plan-environment", "plan", "Encrypt the plan", key);
  const decrypt = (key: string) =>
    runStep("deploy-environment", "apply", "Decrypt the plan", key);

  function planned(): string {
    const folder = scratchFolder("plan-job");
    const plan = join(folder, ".cache/plans/dev");
    mkdirSync(plan, { recursive: true });
    for (const file of ["plan.tfplan", "plan.json", "summary.json"])
      writeFileSync(join(plan, file), `a secret in ${file}`);
    return folder;
  }

  test("is encrypted, and arrives as it was, without what apply does not need", async () => {
    const from = planned();
    const to = scratchFolder("apply-job");
    expect(await encrypt("key")(from)).toMatchObject({ exitCode: 0 });
    const encrypted = readFileSync(join(from, "plan.enc"));
    expect(encrypted.includes("secret")).toBe(false);
    writeFileSync(join(to, "plan.enc"), encrypted);
    expect(await decrypt("key")(to)).toMatchObject({ exitCode: 0 });
    const arrived = join(to, ".cache/plans/dev");
    expect(readdirSync(arrived).sort()).toEqual([
      "plan.tfplan",
      "summary.json",
    ]);
    expect(readFileSync(join(arrived, "plan.tfplan"), "utf8")).toBe(
      "a secret in plan.tfplan",
    );
  });

  test("cannot be read with another key", async () => {
    const folder = planned();
    await encrypt("key")(folder);
    expect((await decrypt("other")(folder)).exitCode).not.toBe(0);
  });

  test("is not encrypted with an empty key", async () => {
    const folder = planned();
    expect((await encrypt("")(folder)).exitCode).not.toBe(0);
    expect(existsSync(join(folder, "plan.enc"))).toBe(false);
  });
});
