import fc from "fast-check";
import { dashboardRoundTrip } from "../../../src/import/dashboard/import-dashboard";
import { normalizedDashboard } from "../../../src/import/dashboard/normalize";
import type { Fields, Json } from "../../../src/internal/json-tree";
import { runs } from "../../property-runs";
import {
  evaluated,
  fixture,
  fixtureNames,
  imported,
} from "./fixture-dashboards";

/** What is listed of each fixture; what is not here is expressed in full. */
const listed: Readonly<Record<string, readonly string[]>> = {
  "alerts-in-panels": [
    "panels[0].alert",
    "panels[0].timeRegions",
    "panels[4].sort.col",
  ],
  "jsonnet-style": ["panels[1].nullPointMode"],
  "library-panels": ["panels[1].libraryPanel"],
  "rows-of-graphs": [
    "rows[0].panels[0].postfix",
    "rows[0].panels[2].legend.hideZero",
    "rows[0].panels[2].seriesOverrides[0].zindex",
  ],
  "variables-annotations-links": ["uid"],
};

describe("an imported dashboard", () => {
  test("has been tried in the styles of more than a dozen tools", () => {
    expect(fixtureNames.length).toBeGreaterThan(12);
  });

  describe.each(fixtureNames)("of %s", (name) => {
    const result = imported(fixture(name), name);
    const { model } = evaluated(result);

    test("renders to the normalized original", () => {
      expect(dashboardRoundTrip(model, fixture(name))).toEqual([]);
    });

    test("lists only what cannot be said", () => {
      const { unexpressed } = result;
      expect(unexpressed.map(({ path }) => path)).toEqual(listed[name] ?? []);
      for (const { what, why } of unexpressed) {
        expect(what).not.toBe("");
        expect(why).toMatch(/^[^A-Z].*[^.]$/s);
      }
    });

    test("is written the same way twice", () => {
      expect(imported(fixture(name), name)).toEqual(result);
    });

    test("stays itself when imported again", () => {
      const again = imported(model, name);
      expect(dashboardRoundTrip(evaluated(again).model, model)).toEqual([]);
      expect(again.unexpressed.map(({ path }) => path)).toEqual(
        // Only what the file cannot hold stays to be said: a panel that is elsewhere.
        (listed[name] ?? []).filter((path) => path.endsWith("libraryPanel")),
      );
    });
  });

  test("stands in the folder of its system, under its name", () => {
    const { files } = imported(fixture("manifest"), "weather", "sky");
    expect(files.map(({ path }) => path)).toEqual([
      "dashboards/sky/weather.ts",
    ]);
    expect(files[0]?.content).toContain("export const weatherDashboard");
  });
});

describe("the proof", () => {
  /** The leaves of a model, by the steps that lead to them. */
  function leaves(value: Json, path: readonly string[] = []): string[][] {
    if (typeof value !== "object" || value === null) return [[...path]];
    return Object.entries(value).flatMap(([name, inner]) =>
      leaves(inner, [...path, name]),
    );
  }

  test.each(fixtureNames)("sees every changed leaf of %s", (name) => {
    const original = fixture(name);
    const { model } = normalizedDashboard(original);
    // A panel that is moved into a gap is drawn where it was, and the first threshold starts nowhere else.
    const paths = leaves(model).filter(
      (path) =>
        path[0] !== "schemaVersion" &&
        path.at(-2) !== "gridPos" &&
        !path.join(".").endsWith("steps.0.value"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const changed = structuredClone(model);
        const last = path.at(-1) ?? "";
        const holder = path
          .slice(0, -1)
          .reduce<Fields>((value, step) => value[step] as Fields, changed);
        const before = holder[last];
        holder[last] = typeof before === "number" ? before + 1 : "changed";
        expect(dashboardRoundTrip(changed, original)).not.toEqual([]);
      }),
      { numRuns: runs(60), seed: 7 },
    );
  });

  test("names the place, what was there and what is there now", () => {
    const original = fixture("api-answer");
    const model = evaluated(imported(original)).model as unknown as {
      panels: { title: string }[];
    };
    const [panel] = model.panels;
    if (panel !== undefined) panel.title = "Clouds";
    expect(dashboardRoundTrip(model, original)).toEqual([
      { path: "panels[0].title", original: "Seeing", rendered: "Clouds" },
    ]);
  });
});
