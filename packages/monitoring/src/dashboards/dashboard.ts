import {
  DashboardCursorSync,
  type AnnotationQuery,
  type Dashboard as DashboardModel,
  type Panel as PanelModel,
  type RowPanel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dashboard } from "../model/dashboard";
import { panelIdOf } from "../model/uid";
import { annotationsOf } from "./annotations";
import type { DashboardProps } from "./dashboard-props";
import { propsProblems } from "./props-problems";
import { dataSourceVariables, queryKinds } from "./data-sources";
import { columns, flow, type Place } from "./layout";
import { linkModel, taggedLink } from "./links";
import type { Panel } from "./panel";
import type { QueryKind } from "./query";
import { withRaw, type Raw } from "./raw";
import { rowKey } from "./row";
import { dataSourceOf, plain, targetsOf } from "./targets";
import { dataSourceVariableModel, variableModel } from "./variable-model";
import type { Variable } from "./variables";

/**
 * Makes the dashboard: places the panels, numbers them by key, adds the datasource variables that it uses, the
 * annotations and the links of its system. Throws one error that names all that is wrong with it.
 */
export function dashboard(props: DashboardProps): Dashboard {
  const problems = propsProblems(props);
  if (problems.length > 0) {
    const list = problems.map((problem) => `\n  - ${problem}`).join("");
    throw new Error(
      `dashboard "${props.uid}" has ${problems.length} problem${problems.length > 1 ? "s" : ""}:${list}`,
    );
  }
  const { uid, title, description, system } = props;
  const imported = props.imported === true;
  const panels = props.rows.flatMap((row) => row.panels);
  const model: DashboardModel = {
    uid,
    title,
    description,
    tags: [...(imported ? [] : [system]), ...(props.tags ?? [])],
    schemaVersion: 42,
    timezone: props.timezone ?? "browser",
    editable: false,
    graphTooltip: DashboardCursorSync.Crosshair,
    fiscalYearStartMonth: 0,
    time: props.time ?? { from: "now-6h", to: "now" },
    refresh: props.refresh === "off" ? "" : (props.refresh ?? "1m"),
    links: [
      ...(imported ? [] : [taggedLink("Dashboards of this system", system)]),
      ...(props.links ?? []).map(linkModel),
    ],
    templating: { list: variablesOf(props, panels) },
    annotations: {
      list: [
        ...(imported ? [] : annotationsOf(system)),
        ...(props.annotations ?? []).map(annotationModel),
      ],
    },
    panels: placedRows(props),
  };
  return {
    uid,
    title,
    model: plain(withRaw(model, props.raw)),
    panels: panels.map((panel) => ({
      key: panel.key,
      id: numberOf(panel),
      title: panel.props.title,
      ...(panel.props.suppress && { suppress: panel.props.suppress }),
    })),
  };
}

/**
 * The datasource variables first, so that the others can ask them; Prometheus always, for the annotations. None comes for
 * a kind whose queries go elsewhere, or beside a variable of the same name.
 */
function variablesOf(props: DashboardProps, panels: readonly Panel[]) {
  const used = new Set<QueryKind>(
    props.imported === true ? [] : ["prometheus"],
  );
  for (const panel of panels)
    for (const query of panel.props.queries ?? [])
      if (query.kind !== "plugin" && query.datasource === undefined)
        used.add(query.kind);
  for (const variable of props.variables ?? [])
    if (
      (variable.kind === "query" || variable.kind === "adhoc") &&
      variable.datasource === undefined
    )
      used.add(variable.source ?? "prometheus");
  for (const variable of props.variables ?? [])
    for (const kind of kindsOf(variable)) used.delete(kind);
  return [
    ...queryKinds
      .filter((kind) => used.has(kind))
      .flatMap((kind) => {
        const choice = props.dataSources?.[kind];
        return typeof choice === "string"
          ? []
          : [dataSourceVariableModel(kind, choice)];
      }),
    ...(props.variables ?? []).map((variable) =>
      variableModel(variable, props.dataSources),
    ),
  ];
}

/** The kinds for whose datasource a variable stands by its name. */
function kindsOf({ kind, name }: Variable): readonly QueryKind[] {
  return kind === "datasource"
    ? queryKinds.filter((known) => dataSourceVariables[known].variable === name)
    : [];
}

const annotationModel = (fields: Raw) => fields as unknown as AnnotationQuery;

/** Rows from top to bottom; the panels of a folded row are kept inside of it. */
function placedRows(props: DashboardProps): (PanelModel | RowPanel)[] {
  let top = 0;
  return props.rows.flatMap((row) => {
    const heading = row.title === undefined ? 0 : 1;
    const boxes = row.panels.map(({ width, height, props: { x } }) => ({
      width,
      height,
      x,
    }));
    const { places, bottom } = flow(boxes, top + heading);
    const panels = row.panels.map((panel, index) =>
      placedPanel(panel, places[index] as Place, props),
    );
    const at = top;
    top = bottom;
    if (row.title === undefined) return panels;
    const folded = row.collapsed === true;
    const header: RowPanel = {
      type: "row",
      id: row.id ?? panelIdOf(rowKey(row.title)),
      title: row.title,
      collapsed: folded,
      gridPos: { x: 0, y: at, w: columns, h: 1 },
      panels: folded ? panels : [],
      ...(row.repeat === undefined ? {} : { repeat: row.repeat }),
    };
    if (folded) top = at + 1;
    const own = withRaw(header, row.raw);
    return folded ? [own] : [own, ...panels];
  });
}

function placedPanel(
  panel: Panel,
  place: Place,
  { system, imported, dataSources }: DashboardProps,
): PanelModel {
  const queries = panel.props.queries ?? [];
  const datasource = dataSourceOf(queries, dataSources);
  const model: PanelModel = {
    ...panel.model({ system, imported }),
    id: numberOf(panel),
    gridPos: { x: place.x, y: place.y, w: place.width, h: place.height },
    ...(datasource === undefined ? {} : { datasource }),
    targets: targetsOf(queries, panel.traits.shape, dataSources),
  };
  return withRaw(model, panel.props.raw);
}

const numberOf = ({ key, props }: Panel) => props.id ?? panelIdOf(key);
