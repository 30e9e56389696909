import fc from "fast-check";
import type { Fields, Json } from "../../../src/internal/json-tree";
import { runsOfEach } from "../../property-runs";
import { fixture, fixtureNames, roundTrip } from "./fixture-dashboards";

interface Place {
  readonly holder: Fields | Json[];
  readonly name: string | number;
}

/** Every place in `value` at which something stands. */
function placesIn(value: Json): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(
    value,
  )
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return entries.flatMap(([name, inner]) => [
    { holder: value, name },
    ...placesIn(inner),
  ]);
}

/** What people and tools write where something else belongs. */
const slips: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  null,
  "",
  "text",
  "0",
  "${x}",
  0,
  -1,
  1.5,
  1e9,
  true,
  false,
);
const containers: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  [],
  [null],
  ["text"],
  {},
  { a: null },
  { type: "row", mode: 1, list: {} },
);

describe("a dashboard with slips in it", () => {
  test.each(fixtureNames)(
    "is refused with a reason, or comes back as it was: %s",
    (name) => {
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(fc.nat(), fc.oneof(slips, containers), fc.boolean()),
            { minLength: 1, maxLength: 3 },
          ),
          (changes) => {
            const original = fixture(name) as Fields;
            for (const [at, value, isGone] of changes) {
              const places = placesIn(original);
              const place = places[at % places.length];
              if (place === undefined) continue;
              const { holder, name: field } = place;
              if (!Array.isArray(holder) && isGone) delete holder[field];
              else (holder as Fields)[field] = structuredClone(value);
            }
            expect(differencesOrRefusal(original)).toEqual([]);
          },
        ),
        { numRuns: runsOfEach(fixtureNames, 8), seed: 5 },
      );
    },
  );
});

/** In what the import differs; nothing where the file is refused with a reason. */
function differencesOrRefusal(original: Fields): readonly unknown[] {
  try {
    return roundTrip(original);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (/^this is no dashboard that can be imported:/.test(message)) return [];
    throw error;
  }
}
