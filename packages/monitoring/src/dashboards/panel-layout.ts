import { objectOf, objectsOf, type JsonObject } from "../internal/json-tree";

/** Columns of a dashboard's grid. */
const columns = 24;

/** A panel as an error names it. */
export function panelName({ title, id }: JsonObject): string {
  return typeof title === "string" && title !== ""
    ? `panel "${title}"`
    : `panel ${String(id)}`;
}

/** Every panel of a classic dashboard, those inside of collapsed rows after their row. */
export function allPanels(model: JsonObject): readonly JsonObject[] {
  return objectsOf(model.panels).flatMap((panel) => [
    panel,
    ...allPanels(panel),
  ]);
}

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Panels that lie outside of the grid, or on each other. A collapsed row holds a grid of its own. */
export function layoutProblems(model: JsonObject): readonly string[] {
  const boxes: Box[] = [];
  const problems: string[] = [];
  for (const panel of objectsOf(model.panels)) {
    problems.push(...layoutProblems(panel));
    const box = boxOf(panel);
    if (box === undefined) {
      const { x, y, w, h } = objectOf(panel.gridPos);
      problems.push(
        `${panelName(panel)}: 'gridPos' must be whole numbers with w and h above 0 inside of ${columns} columns, got x ${String(x)}, y ${String(y)}, w ${String(w)}, h ${String(h)}`,
      );
      continue;
    }
    const covered = boxes.find((other) => overlap(box, other));
    if (covered !== undefined)
      problems.push(
        `${box.name}: 'gridPos' must not cover another panel, got ${covered.name}`,
      );
    boxes.push(box);
  }
  return problems;
}

function boxOf(panel: JsonObject): Box | undefined {
  const { x, y, w, h } = objectOf(panel.gridPos);
  if (
    ![x, y, w, h].every((side) => Number.isInteger(side) && Number(side) >= 0)
  )
    return undefined;
  const box = {
    name: panelName(panel),
    x: Number(x),
    y: Number(y),
    w: Number(w),
    h: Number(h),
  };
  return box.w > 0 && box.h > 0 && box.x + box.w <= columns ? box : undefined;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
  );
}
