import { resolve } from "node:path";
import {
  allChecks,
  counts,
  environmentMatrix,
  isSuppressed,
  readRunbooks,
  runChecks,
  stackErrors,
} from "monitoring-as-code/checks";
import { environments } from "../environments";
import { deploymentNamed } from "./deployments";

const fleet = environments.map(({ name }) => deploymentNamed(name));
const runbooks = readRunbooks(resolve(__dirname, ".."));
const findings = runChecks(fleet, allChecks, { runbooks });

test("the checks find no error", () => {
  const errors = findings
    .filter(counts)
    .map(({ id, path, message }) => `${path}: ${message} (${id})`);
  expect(errors).toEqual([]);
});

test("the checks of a synth let every stack through", () => {
  for (const deployment of fleet) expect(stackErrors(deployment)).toEqual([]);
});

test("each suppression says why it is there, and until when", () => {
  for (const { suppressed } of findings.filter(isSuppressed)) {
    expect(suppressed?.reason).not.toBe("");
    expect(suppressed?.until).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test("there is a reason for everything that an environment lacks", () => {
  for (const { thing, cells } of environmentMatrix(fleet).rows)
    expect([thing, ...cells]).not.toContain("MISSING");
});
