import fc from "fast-check";
import { allPanels, layoutProblems } from "../../src/dashboards/panel-layout";
import { panel } from "./classic-dashboard";

interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Places inside of the grid's 24 columns. */
const places: fc.Arbitrary<GridPos> = fc
  .record({
    x: fc.integer({ min: 0, max: 23 }),
    y: fc.integer({ min: 0, max: 12 }),
    w: fc.integer({ min: 1, max: 24 }),
    h: fc.integer({ min: 1, max: 6 }),
  })
  .map((place) => ({ ...place, w: Math.min(place.w, 24 - place.x) }));

function panelsAt(positions: readonly GridPos[]) {
  return positions.map((gridPos, index) => panel(index + 1, 0, 0, { gridPos }));
}

/** Counts the cells that panels take, one by one. */
function sharesCell(positions: readonly GridPos[]): boolean {
  const cells = positions.flatMap(({ x, y, w, h }) =>
    Array.from({ length: w * h }, (_, cell) =>
      [x + (cell % w), y + Math.floor(cell / w)].join(),
    ),
  );
  return new Set(cells).size < cells.length;
}

describe("layoutProblems", () => {
  test("finds an overlap exactly where two panels take one cell", () => {
    fc.assert(
      fc.property(fc.array(places, { maxLength: 6 }), (positions) => {
        const problems = layoutProblems({ panels: panelsAt(positions) });
        expect(problems.length > 0).toBe(sharesCell(positions));
      }),
    );
  });

  test("finds the same overlaps whatever the order of two panels is", () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        expect(layoutProblems({ panels: panelsAt([one, other]) })).toHaveLength(
          layoutProblems({ panels: panelsAt([other, one]) }).length,
        );
      }),
    );
  });

  test("finds nothing in a dashboard without panels", () => {
    expect(layoutProblems({})).toEqual([]);
  });
});

describe("allPanels", () => {
  test("lists panels of a row after the row", () => {
    const row = {
      ...panel(2, 0, 8, { type: "row" }),
      panels: [panel(3, 0, 9), panel(4, 12, 9)],
    };
    expect(
      allPanels({ panels: [panel(1, 0, 0), row, panel(5, 0, 20)] }).map(
        ({ id }) => id,
      ),
    ).toEqual([1, 2, 3, 4, 5]);
  });
});
