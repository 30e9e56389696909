import { isMap } from "./difference";
import { readYaml } from "./read-yaml";

/** What can be imported. */
export type AssetKind = "dashboard" | "rules" | "alertmanager";

const allowed =
  "a dashboard of Grafana (JSON with panels), a rule file (groups) or an alertmanager.yml (route and receivers)";

/**
 * What a file is, from what it says; its name says nothing. Throws where it is none of the three, with what it is instead.
 */
export function assetKind(text: string): AssetKind {
  const [document] = documentsIn(text);
  if (!isMap(document)) {
    const isOldRules = /^\s*ALERT\s/m.test(text);
    throw new Error(
      `the file must be ${allowed}, got ${isOldRules ? "rules of Prometheus 1: turn them into YAML with promtool update rules of Prometheus 2" : shapeOf(document)}`,
    );
  }
  if (isDashboard(document)) return "dashboard";
  if ("route" in document || "alertmanager_config" in document)
    return "alertmanager";
  if (isRules(document)) return "rules";
  throw new Error(
    `the file must be ${allowed}, got a map with ${Object.keys(document).slice(0, 10).join(", ") || "nothing"}`,
  );
}

/** JSON is read as such: its tabs are no YAML. */
function documentsIn(text: string): readonly unknown[] {
  if (/^\s*[[{]/.test(text)) {
    try {
      return [JSON.parse(text)];
    } catch {
      // A flow of YAML begins alike.
    }
  }
  return readYaml(text).documents;
}

function isDashboard(document: Readonly<Record<string, unknown>>): boolean {
  const { dashboard, spec, apiVersion } = document;
  const isWrapped =
    isMap(dashboard) ||
    (typeof apiVersion === "string" &&
      apiVersion.startsWith("dashboard.grafana.app") &&
      isMap(spec));
  return (
    isWrapped ||
    "panels" in document ||
    "rows" in document ||
    "elements" in document ||
    "schemaVersion" in document
  );
}

function isRules(document: Readonly<Record<string, unknown>>): boolean {
  return (
    "groups" in document ||
    "kind" in document ||
    Object.values(document).some(
      (list) =>
        Array.isArray(list) &&
        list.some((group: unknown) => isMap(group) && "rules" in group),
    )
  );
}

function shapeOf(document: unknown): string {
  if (document === undefined) return "an empty file";
  return Array.isArray(document) ? "a list" : "text";
}
