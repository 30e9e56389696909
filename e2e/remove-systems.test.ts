import { rmSync } from "node:fs";
import { join } from "node:path";
import type { MonitoredSystem } from "monitoring-as-code";
import { environments } from "../environments";
import { systems } from "../systems";
import { ProjectCopy, type Outcome } from "./project-copy";

/** Throws with what a command said where it failed. */
function pass({ status, stdout, stderr }: Outcome): string {
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

/** Removes a system as a person would: its folders and tests, and its line in each list. */
function removeSystem(project: ProjectCopy, system: MonitoredSystem): void {
  const { id, dataSources = [] } = system;
  for (const folder of ["", "__tests__/"])
    for (const part of ["systems", "dashboards"])
      for (const path of [
        `${folder}${part}/${id}`,
        `${folder}${part}/${id}.test.ts`,
      ])
        rmSync(join(project.folder, path), { recursive: true, force: true });
  const list = "systems/index.ts";
  const line = new RegExp(`import { (\\w+) } from "\\./${id}";\\n`);
  const [, constant = ""] = line.exec(project.read(list)) ?? [];
  project.edit(list, line, "");
  project.edit(list, new RegExp(`\\b${constant},\\s*`), "");
  for (const { uid } of dataSources)
    for (const { name } of environments)
      project.edit(
        `environments/${name}.ts`,
        new RegExp(` *"${uid}": .*\n`),
        "",
      );
}

/** Tests that compare these ten systems with their specification, or try the rules of several, go with them. */
function removeTestsOfAll(project: ProjectCopy): void {
  for (const path of ["__tests__/coverage", "e2e"])
    rmSync(join(project.folder, path), { recursive: true });
}

/** The samples of the README are of one system, and names of a new one may be words that the packages use in examples. */
const testsOfThisRepository = ["readme.test.ts", "packages.test.ts"];

/** The parts of `npm test` that depend on content, a synth and the checks. */
function passEverything(project: ProjectCopy): void {
  pass(project.run("npx", "prettier", "--write", "systems/index.ts"));
  pass(project.run("npx", "tsc", "-b"));
  pass(
    project.run(
      "npx",
      ...["jest", "--ci=false", "--updateSnapshot"],
      ...[
        "--testPathIgnorePatterns",
        ...["/packages/", "/constructs/", ...testsOfThisRepository],
      ],
    ),
  );
  pass(project.run("npm", "run", "synth"));
  expect(pass(project.run("npx", "monitoring", "check"))).toContain("0 errors");
}

const home = /^ *homeDashboard: .*\n/m;

test("one system may stay alone", () => {
  const project = new ProjectCopy();
  try {
    const [kept, ...removed] = [
      ...systems.filter(({ id }) => id === "ecommerce"),
      ...systems.filter(({ id }) => id !== "ecommerce"),
    ];
    for (const system of removed) removeSystem(project, system);
    removeTestsOfAll(project);
    project.edit(
      "monitoring.ts",
      home,
      `homeDashboard: "${kept?.dashboards[0]?.uid}",\n`,
    );
    passEverything(project);
  } finally {
    project.remove();
  }
});

test("all systems may go, and a new one come", () => {
  const project = new ProjectCopy();
  try {
    for (const system of systems) removeSystem(project, system);
    removeTestsOfAll(project);
    project.edit("monitoring.ts", home, "");
    pass(project.run("npx", "monitoring", "new", "system", "checkout"));
    passEverything(project);
  } finally {
    project.remove();
  }
});
