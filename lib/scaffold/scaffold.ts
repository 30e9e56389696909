import { kebabCase } from "../model/uid";
import { withElement, withImport, withStatementBefore } from "./edit-source";
import {
  alertEntry,
  dashboardFile,
  environmentFile,
  pagerSecretOf,
  receiverConstant,
  runbookFile,
  sloEntry,
  sloRunbookAlerts,
  systemFiles,
} from "./templates";

export type ScaffoldKind =
  "alert" | "dashboard" | "environment" | "receiver" | "slo" | "system";

export const scaffoldKinds: readonly ScaffoldKind[] = [
  "alert",
  "dashboard",
  "environment",
  "receiver",
  "slo",
  "system",
];

/** A file to write, relative to the project, before it is formatted. */
export interface ScaffoldedFile {
  readonly path: string;
  readonly content: string;
}

/** Reads a file of the project; `undefined` where there is none. */
export type ReadFile = (path: string) => string | undefined;

/**
 * The files that add one `kind` called `name` to the project: `<system>/<name>`, or `<name>` for a system and an environment.
 * Throws when the name is not allowed, the system is unknown, or the thing exists.
 */
export function scaffold(
  kind: ScaffoldKind,
  name: string,
  read: ReadFile,
): readonly ScaffoldedFile[] {
  switch (kind) {
    case "system":
      return newSystem(named(name), read);
    case "environment":
      return newEnvironment(named(name), read);
    case "alert":
      return newAlert(
        ...inSystem(name, read, /^[A-Z][A-Za-z0-9]*$/, "CamelCase"),
        read,
      );
    case "dashboard":
      return newDashboard(...inSystem(name, read), read);
    case "receiver":
      return newReceiver(...inSystem(name, read), read);
    case "slo":
      return newSlo(...inSystem(name, read), read);
  }
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function named(name: string): string {
  if (!kebab.test(name))
    throw new Error(
      `the name must be kebab-case, such as "checkout", got "${name}"`,
    );
  return name;
}

function inSystem(
  path: string,
  read: ReadFile,
  allowed = kebab,
  form = "kebab-case",
): [system: string, name: string] {
  const [system = "", name = "", ...rest] = path.split("/");
  if (rest.length > 0 || !allowed.test(name) || !kebab.test(system)) {
    throw new Error(
      `the name must be <system>/<name> with a ${form} name, got "${path}"`,
    );
  }
  if (read(`systems/${system}/index.ts`) === undefined) {
    throw new Error(
      `there is no system "${system}": npm run new -- system ${system} writes one`,
    );
  }
  return [system, name];
}

function newSystem(id: string, read: ReadFile): ScaffoldedFile[] {
  refuse(read, `systems/${id}/index.ts`);
  const registry = existing(read, "systems/index.ts");
  const constant = camelCase(id);
  return [
    ...systemFiles(id, constant),
    ...pipelineSecret(pagerSecretOf(id), read),
    {
      path: "systems/index.ts",
      content: withElement(
        withImport(registry, `import { ${constant} } from "./${id}";`),
        "systems",
        constant,
      ),
    },
  ];
}

function newEnvironment(name: string, read: ReadFile): ScaffoldedFile[] {
  refuse(read, `environments/${name}.ts`);
  const registry = existing(read, "environments/index.ts");
  const constant = camelCase(name);
  return [
    {
      path: `environments/${name}.ts`,
      content: environmentFile(
        name,
        constant,
        existing(read, "environments/staging.ts"),
      ),
    },
    {
      path: "environments/index.ts",
      content: withElement(
        withImport(registry, `import { ${constant} } from "./${name}";`),
        "environments",
        constant,
      ),
    },
  ];
}

function newDashboard(
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

function newAlert(
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

function newSlo(system: string, id: string, read: ReadFile): ScaffoldedFile[] {
  const path = `systems/${system}/slos.ts`;
  const index = `systems/${system}/index.ts`;
  const slos =
    read(path) ??
    `import type { Slo } from "../../lib/model/slo";\n\nexport const slos: readonly Slo[] = [];\n`;
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
            content: withImport(
              written,
              `import { slos } from "./slos";`,
            ).replace(/slos: \[\]/, "slos"),
          },
        ]
      : []),
    ...sloRunbookAlerts(id).map((alert) => runbook(system, alert)),
  ];
}

function newReceiver(
  system: string,
  name: string,
  read: ReadFile,
): ScaffoldedFile[] {
  const path = `notifications/${system}.ts`;
  const source = read(path);
  if (source === undefined)
    throw new Error(
      `the system "${system}" has no ${path}: its alerts go where the root sends them`,
    );
  if (source.includes(`"${name}"`))
    throw new Error(`the system "${system}" has a receiver "${name}" already`);
  const constant = camelCase(name);
  const imported = withImport(
    withImport(source, `import { is } from "../lib/model/matcher";`),
    `import type { Receiver } from "../lib/model/receiver";`,
  );
  const route = `{ matchers: [is("severity", "warning")], receiver: ${constant}, continue: true }`;
  return [
    {
      path,
      content: withElement(
        withElement(
          withStatementBefore(
            imported,
            "receivers",
            receiverConstant(system, name, constant),
          ),
          "receivers",
          constant,
        ),
        "routes",
        route,
        "first",
      ),
    },
  ];
}

const pipeline = ".github/workflows/plan-environment.yml";

/** The line that hands a secret to the pipeline's Terraform, where there is a pipeline. */
function pipelineSecret(
  name: string,
  read: ReadFile,
): readonly ScaffoldedFile[] {
  const workflow = read(pipeline);
  if (workflow === undefined) return [];
  const lines = workflow.split("\n");
  const isSecret = (line: string): boolean => /^ +TF_VAR_\w+: /.test(line);
  const first = lines.findIndex(isSecret);
  const indent = /^ */.exec(lines[first] ?? "")?.[0] ?? "";
  const secrets = [
    ...lines.filter(isSecret),
    `${indent}TF_VAR_${name}: \${{ secrets.TF_VAR_${name.toUpperCase()} }}`,
  ].sort();
  const others = lines.filter((line) => !isSecret(line));
  return [
    {
      path: pipeline,
      content: [
        ...others.slice(0, first),
        ...secrets,
        ...others.slice(first),
      ].join("\n"),
    },
  ];
}

function runbook(system: string, alert: string): ScaffoldedFile {
  return {
    path: `docs/runbooks/${system}/${kebabCase(alert)}.md`,
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

function existing(read: ReadFile, path: string): string {
  const content = read(path);
  if (content === undefined)
    throw new Error(
      `${path} is not there: run this in the root of the project`,
    );
  return content;
}

function refuse(read: ReadFile, path: string): void {
  if (read(path) !== undefined)
    throw new Error(
      `${path} is there already: choose another name, or edit it`,
    );
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}
