import { sampleProject } from "../in-sample-project";
import { findProject } from "../../src/project/load-project";
import { readRunbooks } from "../../src/checks/read-runbooks";
import { allChecks } from "../../src/checks/all";
import { counts, isSuppressed } from "../../src/checks/finding";
import { environmentMatrix } from "../../src/checks/matrix";
import { runChecks } from "../../src/checks/run-checks";
import { stackErrors } from "../../src/checks/stack-checks";
import type { Deployment } from "../../src/model/deployment";

const { environments } = findProject().content;
const runbooks = readRunbooks(sampleProject);
const fleet: readonly Deployment[] = environments.map(({ name }) =>
  findProject().deployment(name),
);
const findings = runChecks(fleet, allChecks, { runbooks });

describe("the checks on everything that a project deploys", () => {
  test("leave no error", () => {
    const errors = findings
      .filter(counts)
      .map(({ id, path, message }) => `${path}: ${message} (${id})`);
    expect(errors).toEqual([]);
  });

  test("have ids of their own, of the form family/name", () => {
    const ids = allChecks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
  });

  test("let every stack through", () => {
    for (const deployment of fleet) expect(stackErrors(deployment)).toEqual([]);
  });

  test("say why each suppression is there, and until when", () => {
    const suppressed = findings.filter(isSuppressed);
    expect(suppressed.length).toBeGreaterThan(0);
    for (const { suppressed: applied } of suppressed) {
      expect(applied?.reason).not.toBe("");
      expect(applied?.until).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe(environmentMatrix, () => {
  const { environments: names, rows } = environmentMatrix(fleet);

  test("counts what each environment has", () => {
    expect(names).toEqual(environments.map(({ name }) => name));
    expect(rows.slice(0, 4).map(({ thing }) => thing)).toEqual([
      "dashboards",
      "alerts",
      "recordings",
      "receivers",
    ]);
    expect(new Set(rows[0]?.cells).size).toBe(1);
  });

  test("gives a reason for everything that an environment lacks", () => {
    for (const { thing, cells } of rows)
      expect([thing, ...cells]).not.toContain("MISSING");
    expect(
      rows.find(({ thing }) => thing.startsWith("receiver ")),
    ).toMatchObject({
      cells: expect.arrayContaining([
        "– none of its integrations is switched on",
      ]) as string[],
    });
  });
});
