import type { TextTable } from "../internal/text-table";
import { routeRows, type PolicyNode } from "./deployed-routes";

/** An object as `terraform show -json` gives it. */
export interface DeployedObject {
  readonly type: string;
  readonly mode?: "managed" | "data";
  readonly values: Readonly<Record<string, unknown>>;
}

interface Folder {
  readonly title: string;
  readonly uid: string;
}

interface DeployedDashboard {
  readonly title: string;
  readonly uid: string;
  readonly folder: string;
  readonly panels: number;
}

interface RuleGroup {
  readonly name: string;
  readonly folder_uid: string;
  readonly interval_seconds: number;
  readonly rule: readonly DeployedRule[];
}

interface DeployedRule {
  readonly record: readonly unknown[];
  readonly labels: Readonly<Record<string, string>> | null;
}

/** What a deployment consists of for people: its folders, dashboards, rules and routes, a table each. */
export function deployedTables(
  objects: readonly DeployedObject[],
): readonly TextTable[] {
  const folders = valuesOf(objects, "grafana_folder") as unknown as Folder[];
  const groups = valuesOf(
    objects,
    "grafana_rule_group",
  ) as unknown as RuleGroup[];
  const dashboards = valuesOf(objects, "grafana_dashboard").map(dashboardOf);
  const trees = valuesOf(
    objects,
    "grafana_notification_policy",
  ) as unknown as PolicyNode[];
  const titles = new Map(folders.map(({ uid, title }) => [uid, title]));
  return [
    folderTable(folders, dashboards, groups),
    dashboardTable(dashboards, titles),
    ruleTable(groups, titles),
    {
      title: "routes",
      head: ["alerts with", "tell", "wait / interval / repeat", "muted"],
      rows: trees.flatMap(routeRows),
    },
  ];
}

/** Everything that the tables do not show, as `15 contact points, 6 data sources`. */
export function otherObjects(objects: readonly DeployedObject[]): string {
  const counts = new Map<string, number>();
  for (const { type, mode } of objects) {
    if (mode !== "data" && !shown.has(type))
      counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => `${count} ${nounOf(type)}${count > 1 ? "s" : ""}`)
    .join(", ");
}

const shown = new Set([
  "grafana_folder",
  "grafana_dashboard",
  "grafana_rule_group",
  "grafana_notification_policy",
]);

/** `grafana_apps_notifications_inhibitionrule_v1beta1` → `inhibition rule`. */
function nounOf(type: string): string {
  return type
    .replace(/^grafana_(?:apps_[a-z]+_)?/, "")
    .replace(/_v\d+\w*$/, "")
    .replace("inhibitionrule", "inhibition rule")
    .replace(/^organization_preferences$/, "set of preferences")
    .replaceAll("_", " ");
}

function folderTable(
  folders: readonly Folder[],
  dashboards: readonly DeployedDashboard[],
  groups: readonly RuleGroup[],
): TextTable {
  const rows = folders.map(({ uid, title }) => {
    const rules = groups
      .filter(({ folder_uid: folder }) => folder === uid)
      .flatMap(({ rule }) => rule);
    return [
      title,
      uid,
      dashboards.filter(({ folder }) => folder === uid).length,
      rules.filter((rule) => !isRecording(rule)).length,
      rules.filter(isRecording).length,
    ];
  });
  return {
    title: "folders",
    head: ["folder", "uid", "dashboards", "alerts", "recordings"],
    rows: sorted(rows),
  };
}

function dashboardTable(
  dashboards: readonly DeployedDashboard[],
  titles: ReadonlyMap<string, string>,
): TextTable {
  return {
    title: "dashboards",
    head: ["folder", "dashboard", "address", "panels"],
    rows: sorted(
      dashboards.map(({ folder, title, uid, panels }) => [
        titles.get(folder) ?? folder,
        title,
        `/d/${uid}`,
        panels,
      ]),
    ),
  };
}

function ruleTable(
  groups: readonly RuleGroup[],
  titles: ReadonlyMap<string, string>,
): TextTable {
  const rows = groups.map(({ folder_uid, name, interval_seconds, rule }) => {
    const alerts = rule.filter((one) => !isRecording(one));
    const of = (severity: string): number =>
      alerts.filter(({ labels }) => labels?.["severity"] === severity).length;
    const critical = of("critical");
    const warning = of("warning");
    return [
      titles.get(folder_uid) ?? folder_uid,
      name,
      `${interval_seconds}s`,
      critical,
      warning,
      alerts.length - critical - warning,
      rule.length - alerts.length,
    ];
  });
  return {
    title: "rules",
    head: [
      "folder",
      "group",
      "every",
      "critical",
      "warning",
      "other",
      "recordings",
    ],
    rows: sorted(rows),
  };
}

function dashboardOf(
  values: Readonly<Record<string, unknown>>,
): DeployedDashboard {
  const { folder } = values;
  const { title, panels = [] } = JSON.parse(String(values["config_json"])) as {
    title: string;
    panels?: readonly Panel[];
  };
  return {
    title,
    uid: String(values["uid"]),
    // Grafana's own provider may put the organisation in front: `1:uid`.
    folder: typeof folder === "string" ? folder.replace(/^\d+:/, "") : "",
    panels: panelCount(panels),
  };
}

interface Panel {
  readonly type: string;
  readonly panels?: readonly Panel[];
}

/** Rows are no panels; a folded row holds its panels. */
function panelCount(panels: readonly Panel[]): number {
  return panels.reduce(
    (sum, { type, panels: folded = [] }) =>
      sum + (type === "row" ? panelCount(folded) : 1),
    0,
  );
}

function isRecording({ record }: DeployedRule): boolean {
  return record.length > 0;
}

function valuesOf(
  objects: readonly DeployedObject[],
  wanted: string,
): readonly Readonly<Record<string, unknown>>[] {
  return objects
    .filter(({ type, mode }) => type === wanted && mode !== "data")
    .map(({ values }) => values);
}

/** By the text of the first two columns. */
function sorted<T extends readonly (string | number)[]>(
  rows: readonly T[],
): readonly T[] {
  const key = ([first, second]: T): string => `${first}\0${second}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
