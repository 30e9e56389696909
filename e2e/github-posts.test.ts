import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  runCommand,
  type CommandResult,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";

const projectRoot = resolve(__dirname, "..");
const BOT = { login: "github-actions[bot]" };

/** Answers a request of `gh api` with `<endpoint>.json`, and writes down what would change something. */
const GH = `#!/usr/bin/env bash
endpoint=$(printf '%s\\n' "$@" | grep -m 1 '^repos/')
case "$*" in
*"--method POST"* | *"--method PATCH"*)
  echo "$*" | sed "s|body=@[^ ]*|body|" >> "$GH_FOLDER/calls"
  body=$(printf '%s\\n' "$@" | sed -n 's/^body=@//p')
  [ -z "$body" ] || cp "$body" "$GH_FOLDER/body"
  ;;
*) cat "$GH_FOLDER/$(echo "\${endpoint%%\\?*}" | tr / _).json" ;;
esac
`;

let folder: string;

beforeEach(() => {
  folder = scratchFolder("gh");
  write("bin/gh", GH);
  chmodSync(join(folder, "bin/gh"), 0o755);
});

function write(path: string, content: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** What GitHub answers to a read. */
function answer(endpoint: string, content: unknown): void {
  write(
    `repos/acme/monitoring/${endpoint}`.replaceAll("/", "_") + ".json",
    JSON.stringify(content),
  );
}

function runScript(script: string): Promise<CommandResult> {
  return runCommand(
    join(projectRoot, ".ci", script),
    [join(folder, "reviews")],
    {
      cwd: projectRoot,
      env: {
        PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
        GH_FOLDER: folder,
        GITHUB_REPOSITORY: "acme/monitoring",
        HEAD_OWNER: "contributor",
        HEAD_BRANCH: "topic",
        HEAD_SHA: "abc",
      },
    },
  );
}

function calls(): readonly string[] {
  const file = join(folder, "calls");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

function body(): string {
  return readFileSync(join(folder, "body"), "utf8");
}

describe("post-reviews", () => {
  const marker = "<!-- monitoring review of dev -->";

  beforeEach(() => {
    answer("pulls", [{ number: 7, head: { sha: "abc" } }]);
    answer("issues/7/comments", []);
    write("reviews/dev.md", "the review");
  });

  test("posts one comment per environment", async () => {
    write("reviews/prod.md", "another");
    expect(await runScript("post-reviews")).toMatchObject({
      exitCode: 0,
      output: "dev: posted on #7\nprod: posted on #7\n",
    });
    expect(calls()).toEqual([
      "api --method POST repos/acme/monitoring/issues/7/comments -F body --silent",
      "api --method POST repos/acme/monitoring/issues/7/comments -F body --silent",
    ]);
    expect(body()).toBe("<!-- monitoring review of prod -->\nanother");
  });

  test("updates its own comment, not one that a person made look like it", async () => {
    answer("issues/7/comments", [
      { id: 1, user: { login: "somebody" }, body: `${marker}\nold` },
      { id: 2, user: BOT, body: "<!-- monitoring review of prod -->\nold" },
      { id: 3, user: BOT, body: `${marker}\nold` },
    ]);
    expect(await runScript("post-reviews")).toMatchObject({ exitCode: 0 });
    expect(calls()).toEqual([
      "api --method PATCH repos/acme/monitoring/issues/comments/3 -F body --silent",
    ]);
    expect(body()).toBe(`${marker}\nthe review`);
  });

  test("posts nothing when the pull request has newer commits", async () => {
    answer("pulls", [{ number: 7, head: { sha: "newer" } }]);
    const { exitCode, output } = await runScript("post-reviews");
    expect(exitCode).toBe(0);
    expect(output).toContain("nothing is posted");
    expect(calls()).toEqual([]);
  });

  test.each<[string, () => void, string]>([
    [
      "a file that no environment is called",
      () => write("reviews/$(id).md", "x"),
      "must hold <environment>.md only",
    ],
    [
      "a link to a file of the runner",
      () => symlinkSync("/etc/hostname", join(folder, "reviews/prod.md")),
      "must hold <environment>.md only",
    ],
    [
      "a text that no comment holds",
      () => write("reviews/prod.md", "x".repeat(65_401)),
      "must have at most 65400 characters",
    ],
    [
      "more reviews than there are environments",
      () => {
        for (let i = 0; i < 10; i += 1) write(`reviews/env-${i}.md`, "x");
      },
      "must hold at most 10 reviews, got 11",
    ],
  ])("rejects %s, and posts nothing", async (_what, tamper, message) => {
    tamper();
    const { exitCode, output } = await runScript("post-reviews");
    expect(exitCode).not.toBe(0);
    expect(output).toContain(message);
    expect(calls()).toEqual([]);
  });

  test("counts characters, not bytes", async () => {
    write("reviews/dev.md", "ä".repeat(65_000));
    expect(await runScript("post-reviews")).toMatchObject({ exitCode: 0 });
  });
});

describe("report-drift", () => {
  const issue = {
    number: 12,
    user: BOT,
    body: "<!-- monitoring drift of prod -->\nold",
  };

  function planned(hasChanges: boolean): void {
    write(
      "reviews/review-prod/summary.json",
      JSON.stringify({ environment: "prod", hasChanges }),
    );
    write("reviews/review-prod/review.md", "the review");
  }

  test("opens an issue with the review", async () => {
    answer("issues", [{ ...issue, user: { login: "somebody" } }]);
    planned(true);
    expect(await runScript("report-drift")).toMatchObject({ exitCode: 0 });
    expect(calls()).toEqual([
      "api --method POST repos/acme/monitoring/issues -f title=Monitoring of prod differs from the code -F body --silent",
    ]);
    expect(body()).toMatch(
      /^<!-- monitoring drift of prod -->\n`prod` differs[^]*the review$/,
    );
  });

  test("updates the issue that is open", async () => {
    answer("issues", [issue]);
    planned(true);
    await runScript("report-drift");
    expect(calls()).toEqual([
      "api --method PATCH repos/acme/monitoring/issues/12 -F body --silent",
    ]);
  });

  test("closes the issue when nothing differs any more", async () => {
    answer("issues", [issue]);
    planned(false);
    await runScript("report-drift");
    expect(calls()).toEqual([
      "api --method PATCH repos/acme/monitoring/issues/12 -f state=closed --silent",
    ]);
  });

  test("does nothing when nothing differs and nothing is open", async () => {
    answer("issues", []);
    planned(false);
    const { output } = await runScript("report-drift");
    expect(output).toBe("prod: as in the code\n");
    expect(calls()).toEqual([]);
  });
});
