import {
  fieldsOf,
  listOf,
  own,
  type Fields,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

const rule = "place";
const columns = 24;

/**
 * Panels in the grid as Grafana draws it: whole columns and lines inside of it, each panel as high up as those above it
 * allow, and listed from top to bottom, from left to right. Panels of a folded row begin below its heading.
 */
export function placePanels(dashboard: Fields, ledger: Ledger): void {
  const panels = listOf(dashboard.panels);
  for (const panel of panels) {
    fit(panel, ledger);
    for (const inside of listOf(panel.panels)) fit(inside, ledger);
  }
  const sorted = compacted(panels, 0, ledger);
  dashboard.panels = sorted;
  for (const row of sorted)
    if (row.type === "row" && listOf(row.panels).length > 0)
      row.panels = compacted(listOf(row.panels), placeOf(row).y + 1, ledger);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function placeOf(panel: Fields): Place {
  return fieldsOf(panel.gridPos) as unknown as Place;
}

/** Grafana's own corrections: into the grid from the right, at least one column and line. */
function fit(panel: Fields, ledger: Ledger): void {
  const found = fieldsOf(own(panel, "gridPos"));
  const whole = (name: string, usual: number): number => {
    const value = own(found, name);
    return typeof value === "number" && Number.isFinite(value)
      ? Math.max(0, Math.round(value))
      : usual;
  };
  const isRow = panel.type === "row";
  const w = isRow ? columns : Math.min(columns, Math.max(1, whole("w", 12)));
  const h = isRow ? 1 : Math.max(1, whole("h", 8));
  const x = isRow ? 0 : Math.min(columns - w, whole("x", 0));
  const y = whole("y", 0);
  if (own(panel, "gridPos") !== found) {
    ledger.take(rule, panel, "gridPos");
    panel.gridPos = { x, y, w, h };
    return;
  }
  for (const [name, value] of Object.entries({ x, y, w, h }))
    ledger.set(rule, found, name, value);
  if (own(found, "static") === false) ledger.take("default", found, "static");
}

function compacted(panels: Fields[], top: number, ledger: Ledger): Fields[] {
  const skyline = new Array<number>(columns).fill(top);
  const sorted = [...panels].sort((a, b) => {
    const first = placeOf(a);
    const second = placeOf(b);
    return first.y - second.y || first.x - second.x;
  });
  for (const panel of sorted) {
    const { x, w, h } = placeOf(panel);
    const y = Math.max(...skyline.slice(x, x + w));
    skyline.fill(y + h, x, x + w);
    ledger.set(rule, fieldsOf(panel.gridPos), "y", y);
  }
  return sorted.sort((a, b) => {
    const first = placeOf(a);
    const second = placeOf(b);
    return first.y - second.y || first.x - second.x;
  });
}
