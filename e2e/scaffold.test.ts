import { ProjectCopy, type Outcome } from "./project-copy";

let project: ProjectCopy;

beforeAll(() => {
  project = new ProjectCopy();
});

afterAll(() => {
  project.remove();
});

const passed: Partial<Outcome> = { status: 0 };

describe("what npm run new writes", () => {
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
      "npm",
      "run",
      "--silent",
      "new",
      "--",
      kind,
      name,
      "--no-snapshots",
    );
    expect(outcome).toMatchObject(passed);
    expect(outcome.stdout).toMatch(/^(wrote|changed) /m);
  });

  test("passes the type check", () => {
    expect(project.run("npx", "tsc", "--noEmit")).toMatchObject({
      status: 0,
      stdout: "",
    });
  });

  test("passes lint and format", () => {
    const folders = ["systems", "dashboards", "notifications", "environments"];
    expect(
      project.run("npx", "eslint", "--max-warnings", "0", ...folders),
    ).toMatchObject(passed);
    expect(
      project.run("npx", "prettier", "--check", ...folders, "docs/runbooks"),
    ).toMatchObject(passed);
  });

  test("passes the tests and the checks, once the snapshots of the environments show it", () => {
    const jest = [
      "jest",
      "--ci=false",
      "--updateSnapshot",
      "__tests__/main.test.ts",
      "__tests__/systems/scoping.test.ts",
    ];
    expect(project.run("npx", ...jest)).toMatchObject(passed);
    expect(project.run("npm", "run", "--silent", "check")).toMatchObject(
      passed,
    );
  });
});
