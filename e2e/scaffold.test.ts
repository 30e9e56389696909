import { ProjectCopy, type Outcome } from "./project-copy";

let project: ProjectCopy;

beforeAll(() => {
  project = new ProjectCopy();
});

afterAll(() => {
  project.remove();
});

/** Throws with what a command said where it failed. */
function pass({ status, stdout, stderr }: Outcome): string {
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

describe("what monitoring new writes", () => {
  test.each([
    ["system", "checkout"],
    ["dashboard", "checkout/queue"],
    ["alert", "checkout/QueueStuck"],
    ["slo", "checkout/availability"],
    ["receiver", "checkout/night-shift"],
    ["dashboard", "ecommerce/returns"],
    ["environment", "preview"],
  ])("a new %s is written", (kind, name) => {
    const outcome = project.run(
      "npx",
      "monitoring",
      "new",
      kind,
      name,
      "--no-snapshots",
    );
    expect(pass(outcome)).toMatch(/^(wrote|changed) /m);
  });

  test("passes the type check", () => {
    expect(pass(project.run("npx", "tsc", "--noEmit"))).toBe("");
  });

  test("passes lint and format", () => {
    const folders = ["systems", "dashboards", "notifications", "environments"];
    pass(project.run("npx", "eslint", "--max-warnings", "0", ...folders));
    pass(project.run("npx", "prettier", "--check", ...folders));
  });

  test("passes the tests and the checks, once the snapshots of the environments show it", () => {
    const jest = ["jest", "--ci=false", "--updateSnapshot"];
    pass(
      project.run(
        "npx",
        ...jest,
        "__tests__/main.test.ts",
        "__tests__/systems/scoping.test.ts",
      ),
    );
    pass(project.run("npx", "monitoring", "check"));
  });
});
