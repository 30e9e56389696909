import {
  DashboardCursorSync,
  type Dashboard as DashboardModel,
  type Panel as PanelModel,
  type RowPanel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dashboard } from "../../lib/model/dashboard";
import { panelIdOf } from "../../lib/model/uid";
import { annotationsOf } from "./annotations";
import { dashboardProblems } from "./dashboard-problems";
import { dataSourceVariables, type PreferredDataSource } from "./data-sources";
import { columns, flow, type Place } from "./layout";
import { linkModel, taggedLink, type Link } from "./links";
import type { Panel } from "./panel";
import type { QueryKind } from "./query";
import { rowKey, type Row } from "./row";
import { dataSourceOf, plain, targetsOf } from "./targets";
import { dataSourceVariableModel, variableModel } from "./variable-model";
import type { Variable } from "./variables";

/** A dashboard as its author writes it: from top to bottom, as it is read. */
export interface DashboardProps {
  /** At most 40 letters, digits, `-`, `_`; unique in the project, the same in every environment, never renamed. */
  readonly uid: string;
  readonly title: string;
  /** Which questions it answers, and for whom. */
  readonly description: string;
  /** The id of the system that it shows; becomes a tag, and links to all dashboards with that tag. */
  readonly system: string;
  /** Further tags; never the name of an environment. @default [] */
  readonly tags?: readonly string[];
  /** How often it is drawn anew: `30s`, `5m`, or `off`. @default "1m" */
  readonly refresh?: string;
  /** The time range at first. @default from "now-6h" to "now" */
  readonly time?: { readonly from: string; readonly to: string };
  /** Beside the datasources', which come by themselves. @default [] */
  readonly variables?: readonly Variable[];
  /** Beside the system's dashboards, which come by themselves. @default [] */
  readonly links?: readonly Link[];
  readonly rows: readonly Row[];
  /** Datasources other than those that all systems share. @default {} */
  readonly dataSources?: Readonly<
    Partial<Record<QueryKind, PreferredDataSource>>
  >;
}

/**
 * Makes the dashboard: places the panels, numbers them by key, adds the datasource variables that it uses, the
 * annotations and the links of its system. Throws one error that names all that is wrong with it.
 */
export function dashboard(props: DashboardProps): Dashboard {
  const problems = dashboardProblems(props);
  if (problems.length > 0) {
    const list = problems.map((problem) => `\n  - ${problem}`).join("");
    throw new Error(
      `dashboard "${props.uid}" has ${problems.length} problem${problems.length > 1 ? "s" : ""}:${list}`,
    );
  }
  const { uid, title, description, system } = props;
  const panels = props.rows.flatMap((row) => row.panels);
  const model: DashboardModel = {
    uid,
    title,
    description,
    tags: [system, ...(props.tags ?? [])],
    schemaVersion: 42,
    timezone: "browser",
    editable: false,
    graphTooltip: DashboardCursorSync.Crosshair,
    fiscalYearStartMonth: 0,
    time: props.time ?? { from: "now-6h", to: "now" },
    refresh: props.refresh === "off" ? "" : (props.refresh ?? "1m"),
    links: [
      taggedLink("Dashboards of this system", system),
      ...(props.links ?? []).map(linkModel),
    ],
    templating: { list: variablesOf(props, panels) },
    annotations: { list: annotationsOf(system) },
    panels: placedRows(props.rows, system),
  };
  return {
    uid,
    title,
    model: plain(model),
    panels: panels.map(({ key, props: { title: panelTitle, suppress } }) => ({
      key,
      id: panelIdOf(key),
      title: panelTitle,
      ...(suppress && { suppress }),
    })),
  };
}

/** The datasource variables first, so that the others can ask them; Prometheus always, for the annotations. */
function variablesOf(props: DashboardProps, panels: readonly Panel[]) {
  const used = new Set<QueryKind>(["prometheus"]);
  for (const panel of panels)
    for (const query of panel.props.queries ?? []) used.add(query.kind);
  for (const variable of props.variables ?? [])
    if ("source" in variable && variable.source !== undefined)
      used.add(variable.source);
  const kinds = Object.keys(dataSourceVariables) as QueryKind[];
  return [
    ...kinds
      .filter((kind) => used.has(kind))
      .map((kind) => dataSourceVariableModel(kind, props.dataSources?.[kind])),
    ...(props.variables ?? []).map(variableModel),
  ];
}

/** Rows from top to bottom; the panels of a folded row are kept inside of it. */
function placedRows(
  rows: readonly Row[],
  system: string,
): (PanelModel | RowPanel)[] {
  let top = 0;
  return rows.flatMap((row) => {
    const heading = row.title === undefined ? 0 : 1;
    const { places, bottom } = flow(row.panels, top + heading);
    const panels = row.panels.map((panel, index) =>
      placedPanel(panel, places[index] as Place, system),
    );
    const at = top;
    top = bottom;
    if (row.title === undefined) return panels;
    const folded = row.collapsed === true;
    const header: RowPanel = {
      type: "row",
      id: panelIdOf(rowKey(row.title)),
      title: row.title,
      collapsed: folded,
      gridPos: { x: 0, y: at, w: columns, h: 1 },
      panels: folded ? panels : [],
      ...(row.repeat === undefined ? {} : { repeat: row.repeat }),
    };
    if (folded) top = at + 1;
    return folded ? [header] : [header, ...panels];
  });
}

function placedPanel(panel: Panel, place: Place, system: string): PanelModel {
  const queries = panel.props.queries ?? [];
  const datasource = dataSourceOf(queries);
  return {
    ...panel.model({ system }),
    id: panelIdOf(panel.key),
    gridPos: { x: place.x, y: place.y, w: place.width, h: place.height },
    ...(datasource === undefined ? {} : { datasource }),
    targets: targetsOf(queries, panel.traits.shape),
  };
}
