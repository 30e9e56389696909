import {
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  own,
  sameJson,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import { normalizedModel } from "../normalize";
import { panelsInOrder } from "../panel-keys";
import { assumedDashboard, assumedPanel, assumedRow } from "../panels/defaults";
import {
  dashboardCall,
  dashboardWords,
  type Corrections,
  type DashboardWords,
  type WritingContext,
} from "./dashboard-words";
import { evaluated } from "./expression";
import { joined, patchTo } from "./patch";
import { hasWords } from "./variable-words";

interface Written {
  readonly words: DashboardWords;
  /** Whether the words render to exactly the original. */
  readonly exact: boolean;
  readonly corrections: Corrections;
}

const none: Corrections = {
  columns: new Set(),
  dashboard: {},
  rows: new Map(),
  panels: new Map(),
  queries: new Map(),
  variables: new Map(),
};

/** A correction can uncover another one; more rounds than this change nothing. */
const mostRounds = 8;

/**
 * Says the normalized dashboard `model` in words, renders them, and adds what they do not say, until they render to the
 * model. Throws what the house style throws at the words.
 */
export function correctedWords(
  model: Fields,
  context: WritingContext,
): Written {
  let corrections = none;
  let words = dashboardWords(model, context, corrections);
  for (let round = 0; ; round += 1) {
    const rendered = renderedBy(words);
    if (model.uid === undefined) delete rendered.uid;
    const exact = sameJson(rendered, model);
    const columns = misplaced(model, rendered, corrections.columns);
    if (exact || (round > mostRounds && columns === undefined))
      return { words, exact, corrections };
    corrections =
      columns === undefined
        ? corrected(model, rendered, corrections)
        : { ...corrections, columns };
    words = dashboardWords(model, context, corrections);
  }
}

function renderedBy(words: DashboardWords): Fields {
  const dashboard = evaluated(dashboardCall(words));
  return normalizedModel(fieldsOf(dashboard).model);
}

/** Where panels stand elsewhere than in the original, the first of each row must say its column. */
function misplaced(
  model: Fields,
  rendered: Fields,
  known: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  const places = new Map(
    panelsInOrder(rendered).map((panel) => [panel.id, panel.gridPos]),
  );
  const columns = new Set(known);
  let inRow = false;
  for (const panel of panelsInOrder(model)) {
    if (panel.type === "row") inRow = false;
    const id = numberOf(panel.id) ?? 0;
    if (inRow || panel.type === "row" || columns.has(id)) continue;
    if (sameJson(places.get(id), panel.gridPos)) continue;
    columns.add(id);
    inRow = true;
  }
  return columns.size === known.size ? undefined : columns;
}

function corrected(
  model: Fields,
  rendered: Fields,
  before: Corrections,
): Corrections {
  const rows = new Map(before.rows);
  const panels = new Map(before.panels);
  const queries = new Map(before.queries);
  const found = new Map(
    panelsInOrder(rendered).map((panel) => [panel.id, panel]),
  );
  for (const panel of panelsInOrder(model)) {
    const id = numberOf(panel.id) ?? 0;
    const other = found.get(id);
    if (other === undefined) continue;
    if (panel.type === "row") {
      add(rows, id, patchTo(panel, other, assumedRow, ["panels"]));
      continue;
    }
    const wanted = listOf(panel.targets);
    const targets = listOf(other.targets);
    const byQuery = wanted.length === targets.length;
    add(
      panels,
      id,
      patchTo(
        panel,
        other,
        assumedPanel(plainText(panel.type)),
        byQuery ? ["targets"] : [],
      ),
    );
    if (!byQuery) continue;
    const earlier = queries.get(id) ?? [];
    queries.set(
      id,
      wanted.map((target, index) =>
        joined(earlier[index] ?? {}, patchTo(target, targets[index] ?? {})),
      ),
    );
  }
  return {
    columns: before.columns,
    rows,
    panels,
    queries,
    ...frameCorrections(model, rendered, before),
  };
}

function add<Key>(patches: Map<Key, Fields>, key: Key, patch: Fields): void {
  if (Object.keys(patch).length > 0)
    patches.set(key, joined(patches.get(key) ?? {}, patch));
}

/** Of the dashboard's own fields, and of its variables, one by one where they are the same ones. */
function frameCorrections(
  model: Fields,
  rendered: Fields,
  before: Corrections,
): Pick<Corrections, "dashboard" | "variables"> {
  const variables = new Map(before.variables);
  const wanted = listOf(fieldsOf(model.templating).list);
  const found = listOf(fieldsOf(rendered.templating).list);
  const same =
    sameJson(
      wanted.map(({ name }) => name ?? null),
      found.map(({ name }) => name ?? null),
    ) && new Set(wanted.map(({ name }) => name)).size === wanted.length;
  let open = !same;
  if (same)
    for (const [index, variable] of wanted.entries()) {
      const patch = patchTo(variable, found[index] ?? {});
      if (Object.keys(patch).length === 0) continue;
      const name = plainText(variable.name);
      // What the house style adds by itself has no words to which anything can be added.
      if (variables.has(name) || !hasWords(variable, {})) open = true;
      add(variables, name, patch);
    }
  const patch = patchTo(
    open ? model : withoutList(model),
    open ? rendered : withoutList(rendered),
    assumedDashboard,
    ["panels", "schemaVersion", "uid"],
  );
  return { dashboard: joined(before.dashboard, patch), variables };
}

function withoutList(dashboard: Fields): Fields {
  const templating = own(dashboard, "templating");
  if (!isFields(templating)) return dashboard;
  const { list: _, ...rest } = templating;
  const { templating: _all, ...others } = dashboard;
  return Object.keys(rest).length === 0
    ? others
    : { ...others, templating: rest };
}
