import type { GrafanaApi } from "./server";

/** A folder that a project deploys, and one of its dashboards, by uid. */
export interface DeployedFolder {
  readonly folder: string;
  readonly dashboard: string;
}

const hour = 3_600_000;

/** Puts what people make into a played Grafana, beside what is deployed, provisioned, and written by alerts. */
export function makeByHand(
  api: GrafanaApi,
  now: Date,
  deployed: DeployedFolder,
): void {
  const { folders, dashboards, annotations, silences } = api;
  for (const [uid, title, parentUid] of [
    [deployed.folder, "Deployed", ""],
    ["try-outs", "Try-outs", ""],
    ["deep", "Deep", "try-outs"],
    ["in-deployed", "Ours", deployed.folder],
  ] as const)
    folders.stored.set(uid, { uid, title, parentUid, version: 1 });
  folders.stored.set("synced", {
    uid: "synced",
    title: "From Git",
    parentUid: "",
    version: 1,
    managedBy: "repo",
  });
  const updated = new Date(now.getTime() - 24 * hour).toISOString();
  for (const [uid, title, folderUid] of [
    [deployed.dashboard, "Overview", deployed.folder],
    ["latency", "Latency", "try-outs"],
    ["errors", "Errors: 5xx / s", "deep"],
    ["own", "Own", deployed.folder],
    ["general", "In no folder", ""],
  ] as const)
    dashboards.stored.set(uid, {
      uid,
      title,
      folderUid,
      version: 3,
      updated,
      content: classic(uid, title),
    });
  dashboards.stored.set("from-file", {
    uid: "from-file",
    title: "From a file",
    folderUid: "",
    version: 1,
    updated,
    content: classic("from-file", "From a file"),
    provisioned: true,
  });
  dashboards.stored.set("dynamic", {
    uid: "dynamic",
    title: "With tabs",
    folderUid: "try-outs",
    version: 2,
    updated,
    apiVersion: "dashboard.grafana.app/v2beta1",
    content: {
      title: "With tabs",
      elements: {},
      layout: { kind: "TabsLayout" },
    },
  });
  const day = now.getTime() - 24 * hour;
  for (const note of [
    { time: day, timeEnd: day, text: "new database", tags: ["deploy", "db"] },
    {
      time: day,
      timeEnd: day + hour,
      text: "sale",
      tags: [],
      dashboardUID: "latency",
      dashboardId: 7,
      panelId: 1,
    },
    {
      time: day - 40 * 24 * hour,
      timeEnd: day - 40 * 24 * hour,
      text: "beginning",
      tags: [],
      dashboardUID: deployed.dashboard,
      dashboardId: 7,
    },
    {
      time: day,
      timeEnd: day,
      text: "fired",
      tags: [],
      alertId: 12,
      newState: "alerting",
    },
    {
      time: day,
      timeEnd: day,
      text: "of a dashboard that is gone",
      tags: [],
      dashboardId: 9,
      dashboardUID: null,
    },
  ])
    annotations.add(note);
  const at = (hours: number): string =>
    new Date(now.getTime() + hours * hour).toISOString();
  const silence = { createdBy: "anna", comment: "moving house" };
  silences.add({
    ...silence,
    matchers: [matcher("team", "shop")],
    startsAt: at(-1),
    endsAt: at(5),
  });
  silences.add({
    ...silence,
    matchers: [matcher("team", "web")],
    startsAt: at(2),
    endsAt: at(5),
  });
  silences.add({
    ...silence,
    matchers: [matcher("team", "old")],
    startsAt: at(-5),
    endsAt: at(-1),
  });
}

/** A small dashboard of the classic model, as a person leaves it. */
export function classic(
  uid: string,
  title: string,
): Readonly<Record<string, unknown>> {
  return {
    uid,
    title,
    schemaVersion: 42,
    tags: [],
    panels: [
      {
        id: 1,
        type: "timeseries",
        title: "Requests",
        datasource: { type: "prometheus", uid: "prometheus" },
        gridPos: { x: 0, y: 0, w: 12, h: 8 },
        targets: [{ refId: "A", expr: "sum(rate(http_requests_total[5m]))" }],
      },
    ],
  };
}

function matcher(
  name: string,
  value: string,
): Readonly<Record<string, unknown>> {
  return { name, value, isRegex: false, isEqual: true };
}

/** All that people made and a server lists, for comparing before and after: without ids, versions and times of saving. */
export function handMadeIn(api: GrafanaApi, deployed: DeployedFolder): unknown {
  const { folders, dashboards, annotations, silences } = api;
  const sorted = <Entry>(entries: readonly Entry[]): readonly string[] =>
    entries.map((entry) => canonicalJson(entry)).sort();
  return {
    folders: sorted(
      [...folders.stored.values()]
        .filter(({ uid }) => uid !== deployed.folder && uid !== "synced")
        .map(({ uid, title, parentUid }) => [uid, title, parentUid]),
    ),
    dashboards: sorted(
      [...dashboards.stored.values()]
        .filter(
          ({ uid, provisioned }) => uid !== deployed.dashboard && !provisioned,
        )
        .map(({ uid, folderUid, apiVersion, content }) => [
          uid,
          folderUid,
          apiVersion,
          content,
        ]),
    ),
    annotations: sorted(
      annotations.stored
        .filter(
          ({ alertId, dashboardId, dashboardUID }) =>
            alertId === undefined &&
            (dashboardId === undefined || dashboardUID !== null),
        )
        .map(({ time, timeEnd, text, tags, dashboardUID, panelId }) => [
          time,
          timeEnd,
          text,
          tags,
          dashboardUID,
          panelId,
        ]),
    ),
    silences: sorted(
      silences.stored
        .filter(({ matchers }) => !JSON.stringify(matchers).includes('"old"'))
        .map(({ matchers, endsAt, createdBy, comment }) => [
          matchers,
          endsAt,
          createdBy,
          comment,
        ]),
    ),
  };
}

/** JSON with the fields of every object in order, so that equal values have equal texts. */
function canonicalJson(value: unknown): string {
  return `${JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  )}\n`;
}
