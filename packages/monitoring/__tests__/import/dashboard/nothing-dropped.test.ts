import fc from "fast-check";
import {
  isFields,
  type Fields,
  type Json,
} from "../../../src/internal/json-tree";
import { pathTo } from "../../../src/import/difference";
import { normalizedDashboard } from "../../../src/import/dashboard/normalize";
import { originalDashboard } from "../../../src/import/dashboard/original";
import { runsOfEach } from "../../property-runs";
import {
  evaluated,
  fixture,
  fixtureNames,
  imported,
} from "./fixture-dashboards";

/** Every object in `value` with its path. */
function objectsIn(
  value: Json,
  path = "",
): readonly (readonly [path: string, fields: Fields])[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => objectsIn(item, pathTo(path, index)));
  if (!isFields(value)) return [];
  return [
    [path, value],
    ...Object.entries(value).flatMap(([name, inner]) =>
      objectsIn(inner, pathTo(path, name)),
    ),
  ];
}

interface Leaf {
  readonly path: string;
  readonly field: string;
  readonly value: Json;
}

/** Every value in `value` that holds no other. */
function leavesIn(value: Json, path = "", field = ""): readonly Leaf[] {
  if (typeof value !== "object" || value === null)
    return [{ path, field, value }];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(
    value,
  )
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return entries.length === 0
    ? [{ path, field, value }]
    : entries.flatMap(([name, inner]) =>
        leavesIn(inner, pathTo(path, name), String(name)),
      );
}

/** The parts of a file that a server or an export writes about the dashboard, away from which a rule reads nothing. */
const about = ["meta", "metadata", "__requires"];

const marker = fc.string({
  minLength: 8,
  maxLength: 12,
  unit: "grapheme-ascii",
});
const name = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => `x ${text}`);
const content = fc.oneof(
  marker.map((text) => `marker ${text}`),
  fc.integer({ min: 1_000_000, max: 9_999_999 }),
  marker.map((text) => ({ inside: `marker ${text}` })),
  marker.map((text) => [`marker ${text}`, { deep: `marker ${text}` }]),
);

describe("nothing of an original is dropped silently", () => {
  test.each(fixtureNames)(
    "a field that nobody knows is kept or listed, wherever it stands in %s",
    (file) => {
      const places = objectsIn(fixture(file) as Fields).filter(
        ([path]) => !about.some((part) => isBelow(path, part)),
      );
      fc.assert(
        fc.property(
          fc.nat({ max: places.length - 1 }),
          name,
          content,
          (at, field, value) => {
            const original = fixture(file) as Fields;
            const [path, holder] = objectsIn(original).filter(([place]) =>
              places.some(([known]) => known === place),
            )[at] ?? ["", original];
            holder[field] = value;
            const result = imported(original, file);
            const rendered = JSON.stringify(evaluated(result).model);
            const added = pathTo(path, field);
            const kept = rendered.includes(JSON.stringify(field));
            const said = result.unexpressed.some(
              (entry) =>
                isBelow(entry.path, added) || isBelow(added, entry.path),
            );
            const covered = normalizedDashboard(original).notes.some(
              (note) => note.path !== "" && isBelow(added, note.path),
            );
            // Beside the dashboard there is only what a server says of it.
            const around = isAround(original, path);
            expect({
              path: added,
              accounted: kept || said || covered || around,
            }).toEqual({ path: added, accounted: true });
            // Rules cover what they read: a field that nobody knows is none of that.
            if (!around)
              expect({
                path: added,
                silently: covered && !kept && !said,
              }).toEqual({ path: added, silently: false });
          },
        ),
        { numRuns: runsOfEach(fixtureNames, 8), seed: 11 },
      );
    },
  );

  test.each(fixtureNames)(
    "every leaf of %s is in the model, or a rule or the list says where it went",
    (file) => {
      const original = fixture(file) as Fields;
      const { notes, unexpressed, model } = normalizedDashboard(original);
      const said = [...notes, ...unexpressed].map(({ path }) => path);
      const text = JSON.stringify(model);
      const lost = leavesIn(original)
        .filter(({ path }) => !said.some((above) => isBelow(path, above)))
        .filter(({ field, value }) => {
          const own = JSON.stringify(value);
          return !(
            text.includes(`${JSON.stringify(field)}:${own}`) ||
            (/^\d+$/.test(field) && text.includes(own))
          );
        });
      expect(lost).toEqual([]);
    },
  );

  test("a field that no rule names stays in the model, whatever it is called", () => {
    const original = {
      title: "T",
      panels: [{ type: "timeseries", constructor: "x", toString: { a: 1 } }],
      hasOwnProperty: "y",
    };
    const { model, unexpressed } = normalizedDashboard(original);
    expect(model).toMatchObject({
      hasOwnProperty: "y",
      panels: [{ constructor: "x", toString: { a: 1 } }],
    });
    expect(unexpressed).toEqual([]);
  });
});

function isAround(original: Fields, path: string): boolean {
  const { at } = originalDashboard(original);
  return at !== "" && !isBelow(path, at);
}

/** True when `path` is `above` or lies below it. */
function isBelow(path: string, above: string): boolean {
  if (above === "") return true;
  if (!path.startsWith(above)) return false;
  const next = path[above.length];
  return next === undefined || next === "." || next === "[";
}
