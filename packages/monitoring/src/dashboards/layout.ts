/** Columns of Grafana's grid. */
export const columns = 24;

const widths = {
  full: 24,
  "three-quarters": 18,
  "two-thirds": 16,
  half: 12,
  third: 8,
  quarter: 6,
  sixth: 4,
  eighth: 3,
} as const;

/** A share of the screen's width, or a number of the grid's 24 columns. */
export type Width = keyof typeof widths | number;

/** The number of columns that `width` takes. */
export function columnsOf(width: Width): number {
  return typeof width === "number" ? width : widths[width];
}

/** The width that takes this number of columns, by name where it has one. */
export function widthOf(count: number): Width {
  const names = Object.keys(widths) as (keyof typeof widths)[];
  return names.find((name) => widths[name] === count) ?? count;
}

/** A box in units of the grid: a column wide, 30 pixels high. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box that may insist on a column. */
export interface Box extends Size {
  /** @default - the first with room as high up as there is any */
  readonly x?: number;
}

export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Places boxes in their order, each as high up and then as far left as the boxes before it allow: they run from left
 * to right and wrap, and small ones stack beside a tall one. Nothing moves below a box that was placed before it, so
 * the order of the list is the order of reading. A box that insists on a column goes as high up as there is room in it.
 * Boxes must fit the grid.
 */
export function flow(
  boxes: readonly Box[],
  top = 0,
): { readonly places: readonly Place[]; readonly bottom: number } {
  const skyline = new Array<number>(columns).fill(top);
  const places = boxes.map(({ x: column, width, height }) => {
    const { x, y } =
      column === undefined
        ? highestSpot(skyline, width)
        : { x: column, y: lowest(skyline, column, width) };
    skyline.fill(y + height, x, x + width);
    return { width, height, x, y };
  });
  return { places, bottom: Math.max(...skyline) };
}

function highestSpot(
  skyline: readonly number[],
  width: number,
): { x: number; y: number } {
  let best = { x: 0, y: Infinity };
  for (let x = 0; x + width <= columns; x++) {
    const y = lowest(skyline, x, width);
    if (y < best.y) best = { x, y };
  }
  return best;
}

/** The lowest edge above the columns that a box would take. */
function lowest(skyline: readonly number[], x: number, width: number): number {
  return Math.max(...skyline.slice(x, x + width));
}
