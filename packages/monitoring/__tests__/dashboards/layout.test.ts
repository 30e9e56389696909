import fc from "fast-check";
import {
  columns,
  columnsOf,
  flow,
  type Place,
} from "../../src/dashboards/layout";

const sizes = fc.array(
  fc.record({
    width: fc.integer({ min: 1, max: columns }),
    height: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 25 },
);

function overlap(a: Place, b: Place): boolean {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

describe("flow", () => {
  test("runs from left to right and wraps", () => {
    const { places, bottom } = flow([
      { width: 12, height: 8 },
      { width: 12, height: 8 },
      { width: 8, height: 4 },
    ]);
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [12, 0],
      [0, 8],
    ]);
    expect(bottom).toBe(12);
  });

  test("stacks four small boxes in a block beside a tall one", () => {
    const small = { width: 6, height: 4 };
    const { places } = flow([
      { width: 12, height: 8 },
      small,
      small,
      small,
      small,
      { width: 24, height: 12 },
    ]);
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [12, 0],
      [18, 0],
      [12, 4],
      [18, 4],
      [0, 8],
    ]);
  });

  test("keeps every box in the grid, and no two boxes overlap", () => {
    fc.assert(
      fc.property(sizes, fc.nat(50), (boxes, top) => {
        const { places, bottom } = flow(boxes, top);
        const isInside = ({ x, y, width, height }: Place): boolean =>
          x >= 0 && x + width <= columns && y >= top && y + height <= bottom;
        expect(places.filter((place) => !isInside(place))).toEqual([]);
        expect(
          places.filter((place, index) =>
            places.slice(0, index).some((other) => overlap(place, other)),
          ),
        ).toEqual([]);
      }),
    );
  });

  test("places a box the same whatever comes after it", () => {
    fc.assert(
      fc.property(sizes, sizes, (first, rest) => {
        const alone = flow(first).places;
        const followed = flow([...first, ...rest]).places;
        expect(followed.slice(0, first.length)).toEqual(alone);
      }),
    );
  });

  test("never places a box below free room that is wide enough above it", () => {
    fc.assert(
      fc.property(sizes, (boxes) => {
        const { places } = flow(boxes);
        const rests = (place: Place, index: number): boolean =>
          place.y === 0 ||
          places
            .slice(0, index)
            .some(
              (other) =>
                other.y + other.height === place.y &&
                other.x < place.x + place.width &&
                place.x < other.x + other.width,
            );
        expect(places.filter((place, index) => !rests(place, index))).toEqual(
          [],
        );
      }),
    );
  });
});

test.each([
  ["full", 24],
  ["two-thirds", 16],
  ["half", 12],
  ["third", 8],
  ["quarter", 6],
  [5, 5],
] as const)("the width %p takes %i columns", (width, expected) => {
  expect(columnsOf(width)).toBe(expected);
});
