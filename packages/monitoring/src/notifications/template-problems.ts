import type { Notifications } from "../model/deployment";
import type { ProblemList } from "./routing-problem";

/** Templates that every Alertmanager and Grafana bring along. */
const builtIn = /^(__|default\.|[a-z]+\.default(\.|$))/;

/** Message templates that collide, do not open with a definition, or are used without being defined. */
export function checkTemplates(
  { templates, receivers }: Notifications,
  problems: ProblemList,
): void {
  problems.duplicates(
    "template",
    templates.map(({ name }) => name),
  );
  const definitions = templates.flatMap(({ template }) =>
    namesAfter("define", template),
  );
  problems.duplicates("template definition", definitions);
  for (const { name, template } of templates) {
    const path = `template "${name}"`;
    if (name.trim() === "") {
      problems.error("name", path, "a template must have a name");
    }
    if (!/^\s*\{\{-?\s*define\s+"/.test(template)) {
      problems.error(
        "template",
        path,
        'must begin with {{ define "…" }}; without it, Grafana and Alertmanager read it differently',
      );
    }
    checkReferences(path, template, definitions, problems);
  }
  for (const { name, integrations } of receivers) {
    integrations.forEach((integration, index) => {
      const path = `receiver "${name}", integration ${index + 1} (${integration.kind})`;
      for (const text of textsIn(integration)) {
        checkReferences(path, text, definitions, problems);
      }
    });
  }
}

function checkReferences(
  path: string,
  text: string,
  definitions: readonly string[],
  problems: ProblemList,
): void {
  for (const used of new Set(namesAfter("template", text))) {
    if (!definitions.includes(used) && !builtIn.test(used)) {
      problems.error(
        "undefined-template",
        path,
        `template "${used}" is not defined, so its notifications would fail; defined are ${definitions.join(", ") || "none"}`,
      );
    }
  }
}

function namesAfter(
  keyword: "define" | "template",
  text: string,
): readonly string[] {
  const calls = text.matchAll(
    new RegExp(`\\{\\{-?\\s*${keyword}\\s+"([^"]*)"`, "g"),
  );
  return [...calls].map(([, name = ""]) => name);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}
