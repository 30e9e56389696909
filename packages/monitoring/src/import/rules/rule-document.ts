import { isMap, pathTo, valueAt } from "../difference";
import type { ImportProblems } from "../import-problems";
import type { Unexpressed } from "../import-result";

type FileMap = Readonly<Record<string, unknown>>;

/** A rule as it stands in the file. */
export interface RawRule {
  /** `groups["node"].rules[2]` */
  readonly path: string;
  readonly fields: FileMap;
}

/** A group as it stands in the file. */
export interface RawGroup {
  readonly name: string;
  /** `groups["node"]` */
  readonly path: string;
  readonly rules: readonly RawRule[];
  /** All but name and rules. */
  readonly fields: FileMap;
}

/** The groups of a file, whatever is wrapped around them. */
export interface RuleDocument {
  readonly groups: readonly RawGroup[];
  /** What is wrapped around them, by path. */
  readonly wrapping: FileMap;
}

/** Resources of Kubernetes that hold groups of Prometheus. */
const resourceKinds = ["PrometheusRule", "VMRule", "AlertingRule"];

export const ruleFileForm =
  "a rule file of Prometheus, Thanos, Mimir or Loki: groups of rules, a map from namespace to groups, or a PrometheusRule";

/** The groups in the documents of a file. What is no rule file, and names that are missing or doubled, go to `problems`. */
export function ruleDocument(
  documents: readonly unknown[],
  problems: ImportProblems,
): RuleDocument {
  const lists: (readonly unknown[])[] = [];
  const wrapping: Record<string, unknown> = {};
  documents.forEach((document, index) => {
    const path = documents.length > 1 ? `documents[${index}]` : "";
    unwrap(document, path, { lists, wrapping, problems });
  });
  if (documents.length === 0)
    problems.say("file", `must be ${ruleFileForm}, got nothing`);
  const names = new Set<string>();
  const groups = lists.flat().flatMap((group, index): RawGroup[] => {
    if (!isMap(group)) {
      problems.add(`groups[${index}]`, "a group of rules", group);
      return [];
    }
    const { name, rules = [], ...fields } = group;
    if (typeof name !== "string") {
      problems.add(`groups[${index}].name`, "the name of the group", name);
      return [];
    }
    const path = groupPath(name);
    if (names.has(name))
      problems.say(
        path,
        "a name must belong to one group of the file, got two; rename one of them, or import the files apart",
      );
    names.add(name);
    return [{ name, path, rules: rawRules(rules, path, problems), fields }];
  });
  return { groups, wrapping };
}

/** Where a group stands. */
export function groupPath(name: string): string {
  return `groups[${JSON.stringify(name)}]`;
}

/** What is wrapped around the groups, as things that no file of this project says. */
export function wrappingItems(wrapping: FileMap): readonly Unexpressed[] {
  return Object.entries(wrapping).map(([path, value]) => ({
    path,
    what: JSON.stringify(value),
    why: "belongs to what is wrapped around the groups; rule files are rendered without it",
  }));
}

function rawRules(
  rules: unknown,
  group: string,
  problems: ImportProblems,
): readonly RawRule[] {
  if (!Array.isArray(rules)) {
    problems.add(`${group}.rules`, "a list of rules", rules);
    return [];
  }
  return rules.flatMap((fields: unknown, index): RawRule[] => {
    const path = `${group}.rules[${index}]`;
    if (isMap(fields)) return [{ path, fields }];
    problems.add(path, "a rule", fields);
    return [];
  });
}

interface Unwrapping {
  readonly lists: (readonly unknown[])[];
  readonly wrapping: Record<string, unknown>;
  readonly problems: ImportProblems;
}

function unwrap(document: unknown, path: string, into: Unwrapping): void {
  const { lists, wrapping, problems } = into;
  const keep = (map: FileMap, at: string): void => {
    for (const [key, value] of Object.entries(map))
      wrapping[pathTo(at, key)] = value;
  };
  if (!isMap(document)) {
    problems.say(
      path || "file",
      `must be ${ruleFileForm}, got ${kindOf(document)}`,
    );
    return;
  }
  const { kind, items, groups, spec, ...rest } = document;
  if (typeof kind === "string" && Array.isArray(items)) {
    keep({ kind, ...rest }, path);
    items.forEach((item, index) =>
      unwrap(item, pathTo(path, `items`) + `[${index}]`, into),
    );
    return;
  }
  if (typeof kind === "string") {
    const inner = isMap(spec) ? valueAt(spec, "groups") : undefined;
    if (!resourceKinds.includes(kind) || !isMap(spec)) {
      problems.say(
        path || "file",
        `a resource of Kubernetes must be a ${resourceKinds.join(", ")} with spec.groups, got kind ${JSON.stringify(kind)}; of a ConfigMap import the files in its data`,
      );
      return;
    }
    keep({ kind, ...rest }, path);
    const { groups: _groups, ...others } = spec;
    keep(others, pathTo(path, "spec"));
    addGroups(inner, `${pathTo(path, "spec")}.groups`, into);
    return;
  }
  if (groups !== undefined) {
    const { groups: _groups, ...others } = document;
    keep(others, path);
    if (isGrafanaProvisioning(document)) {
      problems.say(
        pathTo(path, "groups"),
        "these are rules of Grafana, with data and condition for its own query model; export the Prometheus form, or write them as alerts by hand",
      );
      return;
    }
    addGroups(groups, pathTo(path, "groups"), into);
    return;
  }
  const namespaces = Object.values(document);
  if (
    namespaces.length > 0 &&
    namespaces.every(
      (list) =>
        Array.isArray(list) &&
        list.length > 0 &&
        list.every((group) => isMap(group) && "rules" in group),
    )
  ) {
    Object.entries(document).forEach(([namespace, list], index) => {
      wrapping[pathTo(path, `namespaces`) + `[${index}]`] = namespace;
      lists.push(list as readonly unknown[]);
    });
    return;
  }
  problems.say(
    path || "file",
    `must be ${ruleFileForm}, got a map with ${Object.keys(document).join(", ") || "nothing"}`,
  );
}

function addGroups(groups: unknown, path: string, into: Unwrapping): void {
  if (Array.isArray(groups)) into.lists.push(groups);
  else into.problems.add(path, "a list of groups", groups);
}

/** Grafana's own files of alerting have the same first key. */
function isGrafanaProvisioning({ apiVersion, groups }: FileMap): boolean {
  return (
    apiVersion !== undefined &&
    Array.isArray(groups) &&
    groups.some(
      (group: unknown) =>
        isMap(group) && ("folder" in group || "orgId" in group),
    )
  );
}

function kindOf(document: unknown): string {
  if (Array.isArray(document)) return "a list";
  return /^\s*(ALERT|[\w:]+\s*=)/.test(String(document))
    ? "rules of Prometheus 1, which Prometheus 2 can turn into YAML (promtool update rules)"
    : "text";
}
