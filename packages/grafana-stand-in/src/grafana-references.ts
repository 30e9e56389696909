/** Which attribute of which Grafana resource names another resource: the provider's schema does not say. */

/** What the server does with the object that refers when its target is deleted. */
type OnDelete =
  /** The target cannot be deleted while it is referred to (409). */
  | "refused"
  /** The name is taken out of the referring object. */
  | "unlinked"
  /** The referring object goes too. */
  | "deleted"
  /** Nobody looks. */
  | "left dangling";

export interface GrafanaReference {
  readonly from: string;
  /** Names of blocks and, last, of the attribute; `policy+` is one level of policy or more. */
  readonly path: readonly string[];
  readonly to: string;
  /** The attribute of the target that is named. */
  readonly by: string;
  readonly onDelete: OnDelete;
  /** Values that name no resource: they are built in, or mean "none". */
  readonly builtIn?: readonly string[];
}

/** The server's own data source for expressions; `-100` is its older spelling. */
const expressions = ["__expr__", "-100"];
/** Contact points that every organisation starts with. */
const initialContactPoints = ["grafana-default-email", "empty"];
const none = [""];

export const grafanaReferences: readonly GrafanaReference[] = [
  inFolder("grafana_folder", "parent_folder_uid"),
  inFolder("grafana_dashboard", "folder"),
  inFolder("grafana_rule_group", "folder_uid"),
  inFolder("grafana_library_panel", "folder_uid"),
  inFolder("grafana_folder_permission", "folder_uid"),
  ofDashboard("grafana_dashboard_permission", "dashboard_uid"),
  ofDashboard("grafana_dashboard_public", "dashboard_uid"),
  ofDashboard("grafana_annotation", "dashboard_uid"),
  {
    from: "grafana_organization_preferences",
    path: ["home_dashboard_uid"],
    to: "grafana_dashboard",
    by: "uid",
    onDelete: "left dangling",
    builtIn: none,
  },
  ofDataSource("grafana_data_source_config", ["uid"]),
  ofDataSource("grafana_slo", ["destination_datasource", "uid"]),
  ofDataSource("grafana_rule_group", ["rule", "data", "datasource_uid"]),
  ofDataSource("grafana_rule_group", [
    "rule",
    "record",
    "target_datasource_uid",
  ]),
  ...routing("grafana_rule_group", ["rule", "notification_settings"], []),
  ...routing("grafana_notification_policy", ["policy+"], none),
  {
    from: "grafana_notification_policy",
    path: ["contact_point"],
    to: "grafana_contact_point",
    by: "name",
    onDelete: "refused",
    builtIn: initialContactPoints,
  },
  ofServiceAccount("grafana_service_account_token"),
  ofServiceAccount("grafana_service_account_rotating_token"),
  ofServiceAccount("grafana_service_account_permission"),
  ...["folder", "dashboard", "service_account"].map((subject) => ({
    from: `grafana_${subject}_permission`,
    path: ["permissions", "team_id"],
    to: "grafana_team",
    by: "id",
    onDelete: "left dangling" as const,
    builtIn: ["", "0"],
  })),
];

function inFolder(from: string, attribute: string): GrafanaReference {
  return {
    from,
    path: [attribute],
    to: "grafana_folder",
    by: "uid",
    onDelete: "deleted",
    builtIn: [...none, "general"],
  };
}

function ofDashboard(from: string, attribute: string): GrafanaReference {
  return {
    from,
    path: [attribute],
    to: "grafana_dashboard",
    by: "uid",
    onDelete: "deleted",
    builtIn: none,
  };
}

function ofDataSource(from: string, path: readonly string[]): GrafanaReference {
  return {
    from,
    path,
    to: "grafana_data_source",
    by: "uid",
    onDelete: "left dangling",
    builtIn: [...expressions, ...none],
  };
}

function ofServiceAccount(from: string): GrafanaReference {
  return {
    from,
    path: ["service_account_id"],
    to: "grafana_service_account",
    by: "id",
    onDelete: "deleted",
  };
}

/** The names in a route or in a rule's notification settings. */
function routing(
  from: string,
  block: readonly string[],
  builtIn: readonly string[],
): GrafanaReference[] {
  return [
    {
      from,
      path: [...block, "contact_point"],
      to: "grafana_contact_point",
      by: "name",
      onDelete: "refused",
      builtIn: [...initialContactPoints, ...builtIn],
    },
    {
      from,
      path: [...block, "mute_timings"],
      to: "grafana_mute_timing",
      by: "name",
      onDelete: "unlinked",
    },
    {
      from,
      path: [...block, "active_timings"],
      to: "grafana_mute_timing",
      by: "name",
      onDelete: "refused",
    },
  ];
}

/** A value found at a reference's path. */
export interface Selected<T> {
  /** `policy[0].policy[1].contact_point` */
  readonly at: string;
  readonly value: T;
}

/** The values at a path; lists and sets on the way are stepped into. */
export function selectPath<T>(
  value: T,
  path: readonly string[],
  at = "",
): Selected<T>[] {
  if (Array.isArray(value)) {
    return (value as T[]).flatMap((element, index) =>
      selectPath(element, path, `${at}[${index}]`),
    );
  }
  if (value === null || value === undefined) return [];
  const [head, ...rest] = path;
  if (head === undefined) return [{ at, value }];
  if (typeof value !== "object") return [];
  const repeated = head.endsWith("+");
  const name = repeated ? head.slice(0, -1) : head;
  const inner = (value as Record<string, T | undefined>)[name];
  if (inner === undefined) return [];
  const there = at === "" ? name : `${at}.${name}`;
  return [
    ...selectPath(inner, rest, there),
    ...(repeated ? selectPath(inner, path, there) : []),
  ];
}
