import { variableCall } from "../../../dashboards/variable-query";
import {
  dataSourceRef,
  dataSourceVariables,
  queryKindOf,
  queryKinds,
} from "../../../dashboards/data-sources";
import type { QueryKind } from "../../../dashboards/query";
import {
  dataSourceKinds,
  kindOf as kindOfDataSource,
} from "../../../data-sources/data-source";
import {
  copyOf,
  fieldsOf,
  isFields,
  listOf,
  own,
  textOf,
  type Fields,
  type Json,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

const rule = "dataSource";

/** Names datasources by type and uid wherever a dashboard names them, and in every query. */
export function nameDataSources(dashboard: Fields, ledger: Ledger): void {
  const context: Context = { ledger, plugins: variablePlugins(dashboard) };
  // Headings ask nobody.
  for (const panel of listOf(dashboard.panels))
    if (panel.type === "row") ledger.take(rule, panel, "datasource");
  for (const panel of allPanelsOf(dashboard)) namePanel(panel, context);
  for (const holder of ["templating", "annotations"])
    for (const item of listOf(fieldsOf(dashboard[holder]).list))
      nameItem(item, context, holder === "templating");
}

interface Context {
  readonly ledger: Ledger;
  /** The plugin of each variable that stands for a datasource. */
  readonly plugins: ReadonlyMap<string, string>;
}

/** Every panel that is no row, those inside of rows too. */
export function allPanelsOf(dashboard: Fields): Fields[] {
  return listOf(dashboard.panels).flatMap((panel) =>
    panel.type === "row" ? listOf(panel.panels) : [panel],
  );
}

function variablePlugins(dashboard: Fields): ReadonlyMap<string, string> {
  return new Map(
    listOf(fieldsOf(dashboard.templating).list).flatMap(
      ({ name, type, query }) =>
        type === "datasource" &&
        typeof name === "string" &&
        typeof query === "string"
          ? [[name, query] as const]
          : [],
    ),
  );
}

function namePanel(panel: Fields, context: Context): void {
  const targets = listOf(panel.targets);
  const own = named(panel.datasource, targets[0], context);
  if (own !== undefined) context.ledger.set(rule, panel, "datasource", own);
  else context.ledger.take(rule, panel, "datasource");
  const mixed = fieldsOf(own).uid === mixedUid;
  for (const target of targets) {
    const reference = isSaid(target.datasource)
      ? named(target.datasource, target, context)
      : mixed
        ? named(undefined, target, context)
        : own === undefined
          ? undefined
          : copyOf(own);
    if (reference !== undefined)
      context.ledger.set(rule, target, "datasource", reference);
    else context.ledger.take(rule, target, "datasource");
  }
  // A panel without one takes that of its queries, or says that there are several.
  const [first, ...others] = targets.map((target) =>
    fieldsOf(target.datasource),
  );
  if (own !== undefined || first === undefined || first.uid === undefined)
    return;
  const same = others.every(({ uid }) => uid === first.uid);
  panel.datasource = same
    ? copyOf(first)
    : { type: "datasource", uid: mixedUid };
}

const mixedUid = "-- Mixed --";
const specials: Readonly<Record<string, Fields>> = {
  "-- Mixed --": { type: "datasource", uid: mixedUid },
  "-- Dashboard --": { type: "datasource", uid: "-- Dashboard --" },
  "-- Grafana --": { type: "grafana", uid: "-- Grafana --" },
};

/** Grafana's own annotations and lists of tags ask Grafana; text boxes, constants and custom variables nobody. */
function nameItem(item: Fields, context: Context, isVariable: boolean): void {
  const asks = !isVariable || item.type === "query" || item.type === "adhoc";
  if (!asks) {
    context.ledger.take(rule, item, "datasource");
    return;
  }
  const reference = named(item.datasource, item, context);
  if (reference !== undefined)
    context.ledger.set(rule, item, "datasource", reference);
  else context.ledger.take(rule, item, "datasource");
}

/** Anything but a name or a reference is nothing, as is the name of the default. */
function isSaid(reference: Json): boolean {
  return isFields(reference)
    ? (textOf(reference.uid) ?? textOf(reference.type)) !== undefined
    : textOf(reference) !== undefined && reference !== "default";
}

/** The reference by type and uid; `asked` is what is asked of it, for its kind. */
function named(
  reference: Json,
  asked: Fields | undefined,
  { plugins }: Context,
): Fields | undefined {
  if (!isSaid(reference)) return defaultOf(kindOf(asked), plugins);
  if (isFields(reference)) {
    // Without a uid it is the default datasource of its type.
    if (textOf(reference.uid) === undefined)
      return defaultOf(queryKindOf(reference.type), plugins) ?? reference;
    const type =
      textOf(reference.type) ?? typeOf(reference.uid, asked, plugins);
    if (type === undefined || own(reference, "type") === type) return reference;
    return { ...reference, type };
  }
  if (typeof reference !== "string") return undefined;
  const special = specials[reference];
  if (special !== undefined) return { ...special };
  const type = typeOf(reference, asked, plugins);
  const variable = variableIn(reference);
  return {
    ...(type === undefined ? {} : { type }),
    uid: variable === undefined ? reference : `\${${variable}}`,
  };
}

/** The project's variable for queries of a kind. */
function defaultOf(
  kind: QueryKind | undefined,
  plugins: ReadonlyMap<string, string>,
): Fields | undefined {
  if (kind === undefined) return undefined;
  const { variable, plugin } = dataSourceVariables[kind];
  // Where a variable of the dashboard has that name already, it may point elsewhere.
  if ((plugins.get(variable) ?? plugin) !== plugin) return undefined;
  return { ...dataSourceRef(kind) };
}

/** The plugin behind a name: that of the variable, else what the name or what is asked of it gives away. */
function typeOf(
  name: Json,
  asked: Fields | undefined,
  plugins: ReadonlyMap<string, string>,
): string | undefined {
  if (typeof name !== "string") return undefined;
  const special = specials[name];
  if (special !== undefined) return plainText(special.type);
  const variable = variableIn(name);
  if (variable !== undefined) {
    const plugin = plugins.get(variable);
    if (plugin !== undefined) return plugin;
  }
  const named = dataSourceKinds
    .map((kind) => ({ kind, ...kindOfDataSource({ kind }) }))
    .find(({ kind, aliases = [] }) =>
      [kind, ...aliases].some((word) => name.toLowerCase().includes(word)),
    );
  if (named !== undefined) return named.plugin;
  const kind = kindOf(asked);
  return kind === undefined || kind === "sql"
    ? undefined
    : dataSourceVariables[kind].plugin;
}

/** What is asked tells the kind: PromQL, LogQL by its selector or pipe, a variable's function. */
function kindOf(asked: Fields | undefined): QueryKind | undefined {
  if (asked === undefined) return undefined;
  const known = queryKindOf(fieldsOf(asked.datasource).type);
  if (known !== undefined) return known;
  const expr = textOf(asked.expr);
  if (expr !== undefined)
    return /^\s*\{[^}]*\}\s*(\|[=~>|]?|!=|!~|$)/.test(expr)
      ? "loki"
      : "prometheus";
  const query = textOf(asked.query) ?? textOf(fieldsOf(asked.query).query);
  return asked.type === "query" &&
    query !== undefined &&
    variableCall(query) !== undefined
    ? "prometheus"
    : undefined;
}

function variableIn(text: string): string | undefined {
  return /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(text)?.slice(1).find(Boolean);
}

/** Adds the project's variable of each kind that queries use, unless the dashboard has it: it is how they find their datasource. */
export function addDataSourceVariables(
  dashboard: Fields,
  variables: Readonly<Record<QueryKind, Fields>>,
  ledger: Ledger,
): void {
  const used = new Set<string>();
  const note = (reference: Json): void => {
    const { uid } = fieldsOf(reference);
    if (typeof uid === "string") used.add(uid);
  };
  for (const panel of allPanelsOf(dashboard)) {
    note(panel.datasource);
    for (const target of listOf(panel.targets)) note(target.datasource);
  }
  const templating = fieldsOf(dashboard.templating);
  const list = Array.isArray(templating.list) ? templating.list : [];
  for (const item of [
    ...listOf(list),
    ...listOf(fieldsOf(dashboard.annotations).list),
  ])
    note(item.datasource);
  const names = new Set(listOf(list).map(({ name }) => name));
  const missing = queryKinds.filter(
    (kind) =>
      used.has(dataSourceRef(kind).uid) &&
      !names.has(dataSourceVariables[kind].variable),
  );
  if (missing.length === 0) return;
  if (list.length === 0) ledger.note(rule, list);
  list.unshift(...missing.map((kind) => copyOf(variables[kind])));
  templating.list = list;
  dashboard.templating = templating;
}
