import { runbookPath } from "../deployment/rules";
import { withConstant, withElement, withImport } from "./edit-source";
import {
  camelCase,
  existing,
  refuse,
  type ReadFile,
  type ScaffoldedFile,
} from "./project-files";
import {
  alertEntry,
  dashboardFile,
  runbookFile,
  sloEntry,
  sloRunbookAlerts,
} from "./templates";

/** A dashboard of a system, and the line that lists it. */
export function newDashboard(
  system: string,
  name: string,
  read: ReadFile,
): ScaffoldedFile[] {
  const path = `dashboards/${system}/${name}.ts`;
  refuse(read, path);
  const constant = `${camelCase(name)}Dashboard`;
  const index = existing(read, `systems/${system}/index.ts`);
  return [
    { path, content: dashboardFile(system, name, constant) },
    {
      path: `systems/${system}/index.ts`,
      content: withElement(
        withImport(
          index,
          `import { ${constant} } from "../../dashboards/${system}/${name}";`,
        ),
        "dashboards",
        constant,
      ),
    },
  ];
}

/** An alert of a system, and its runbook. */
export function newAlert(
  system: string,
  name: string,
  read: ReadFile,
): ScaffoldedFile[] {
  const path = `systems/${system}/alerts.ts`;
  const alerts = existing(read, path);
  if (alerts.includes(`"${name}"`))
    throw new Error(`the system "${system}" has an alert "${name}" already`);
  return [
    {
      path,
      content: withElement(
        alerts,
        "alertGroups",
        alertEntry(name, firstJob(system, read)),
      ),
    },
    runbook(system, name),
  ];
}

/** An SLO of a system, and a runbook for each of its alerts. */
export function newSlo(
  system: string,
  id: string,
  read: ReadFile,
): ScaffoldedFile[] {
  const path = `systems/${system}/slos.ts`;
  const index = `systems/${system}/index.ts`;
  const slos =
    read(path) ??
    `import type { Slo } from "monitoring-as-code";\n\nexport const slos: readonly Slo[] = [];\n`;
  if (slos.includes(`"${id}"`))
    throw new Error(`the system "${system}" has an SLO "${id}" already`);
  const written = existing(read, index);
  return [
    {
      path,
      content: withElement(slos, "slos", sloEntry(id, firstJob(system, read))),
    },
    ...(read(path) === undefined
      ? [
          {
            path: index,
            content: withConstant(
              withImport(written, `import { slos } from "./slos";`),
              "slos",
            ),
          },
        ]
      : []),
    ...sloRunbookAlerts(id).map((alert) => runbook(system, alert)),
  ];
}

function runbook(system: string, alert: string): ScaffoldedFile {
  return {
    path: runbookPath(system, alert),
    content: runbookFile(alert),
  };
}

/** The first job that the system's files name; queries of the new thing ask for it. */
function firstJob(system: string, read: ReadFile): string {
  const sources = [
    read(`systems/${system}/jobs.ts`),
    read(`systems/${system}/index.ts`),
  ];
  for (const source of sources) {
    const job = /\bjob: "([^"]+)"/.exec(source ?? "")?.[1];
    if (job !== undefined) return job;
  }
  throw new Error(
    `the system "${system}" scrapes no job: give it one in systems/${system}/index.ts first`,
  );
}
