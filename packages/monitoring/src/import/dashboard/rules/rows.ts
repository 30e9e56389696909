import {
  listOf,
  numberOf,
  own,
  textOf,
  type Fields,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

/** A line of the grid with the gap below it, in pixels. */
const lineHeight = 38;
const usualHeight = 250;
const columns = 24;

/**
 * Dashboards of before Grafana 5 hold rows that hold panels: each panel takes a share of twelve columns, each row a height
 * in pixels. Source: Grafana's migration to the grid. A row becomes a row panel where one of them has a heading, is
 * folded or repeated; the panels of an open row stand below it.
 */
export function gridOfRows(dashboard: Fields, ledger: Ledger): void {
  const rows = listOf(own(dashboard, "rows"));
  if (own(dashboard, "rows") === undefined) return;
  if (rows.length === 0) {
    ledger.take("rows", dashboard, "rows");
    return;
  }
  delete dashboard.rows;
  const headings = rows.some(
    (row) =>
      row.collapse === true || row.showTitle === true || textOf(row.repeat),
  );
  const panels = Array.isArray(dashboard.panels) ? dashboard.panels : [];
  if (panels.length === 0) ledger.note("rows", dashboard, "panels");
  let top = 0;
  for (const row of rows) {
    const inside = listOf(own(row, "panels"));
    const folded = row.collapse === true;
    if (headings) {
      panels.push(headingOf(row, top, folded ? inside : []));
      top += 1;
    }
    const bottom = placeInside(row, inside, top, ledger);
    if (!(headings && folded)) {
      panels.push(...inside);
      top = bottom;
    }
    listOthers(row, ledger);
  }
  dashboard.panels = panels;
}

const read = [
  "title",
  "collapse",
  "showTitle",
  "repeat",
  "height",
  "titleSize",
  "editable",
  "scopedVars",
  "repeatIteration",
  "repeatRowId",
];

/** What else a row says is in no row panel. */
function listOthers(row: Fields, ledger: Ledger): void {
  for (const field of Object.keys(row))
    if (field === "panels") {
      if (listOf(row.panels).length === 0) ledger.note("rows", row, field);
    } else if (read.includes(field)) ledger.note("rows", row, field);
    else
      ledger.list(
        row,
        field,
        `${field} of the row ${JSON.stringify(row.title ?? "")}`,
        "row panels have no such field: leave it, or say it in the raw of the row",
      );
}

function headingOf(row: Fields, top: number, inside: Fields[]): Fields {
  const repeat = textOf(row.repeat);
  return {
    type: "row",
    title: typeof row.title === "string" ? row.title : "",
    collapsed: row.collapse === true,
    gridPos: { x: 0, y: top, w: columns, h: 1 },
    panels: inside,
    ...(repeat === undefined ? {} : { repeat }),
  };
}

/** Places the panels of a row from left to right and gives the first free line below. */
function placeInside(
  row: Fields,
  panels: readonly Fields[],
  top: number,
  ledger: Ledger,
): number {
  let x = 0;
  let y = top;
  let tallest = 0;
  for (const panel of panels) {
    const span = numberOf(ledger.take("rows", panel, "span")) ?? 4;
    const height = ledger.take("rows", panel, "height") ?? row.height;
    const w = Math.min(columns, Math.max(1, Math.floor(span) * 2));
    const h = linesOf(height);
    if (x + w > columns) {
      x = 0;
      y += tallest;
      tallest = 0;
    }
    ledger.take("rows", panel, "gridPos");
    panel.gridPos = { x, y, w, h };
    x += w;
    tallest = Math.max(tallest, h);
  }
  return y + tallest;
}

/** `250px`, `"250"` or 250 in lines of the grid. */
function linesOf(height: unknown): number {
  const pixels =
    numberOf(typeof height === "string" ? height.replace("px", "") : height) ??
    usualHeight;
  return Math.max(3, Math.ceil(pixels / lineHeight));
}
