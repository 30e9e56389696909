import { join } from "node:path";
import ts from "typescript";
import fc from "fast-check";
import { dashboardRoundTrip } from "../../../../lib/import/dashboard/import-dashboard";
import { normalizedDashboard } from "../../../../lib/import/dashboard/normalize";
import type { Fields, Json } from "../../../../lib/import/dashboard/json";
import {
  evaluated,
  fixture,
  fixtureNames,
  imported,
  roundTrip,
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

  test.each(fixtureNames)("renders to the normalized %s", (name) => {
    expect(roundTrip(fixture(name), name)).toEqual([]);
  });

  test.each(fixtureNames)("lists only what cannot be said of %s", (name) => {
    const { unexpressed } = imported(fixture(name), name);
    expect(unexpressed.map(({ path }) => path)).toEqual(listed[name] ?? []);
    for (const { what, why } of unexpressed) {
      expect(what).not.toBe("");
      expect(why).toMatch(/^[^A-Z].*[^.]$/s);
    }
  });

  test.each(fixtureNames)("is written the same way twice: %s", (name) => {
    expect(imported(fixture(name), name)).toEqual(
      imported(fixture(name), name),
    );
  });

  test.each(fixtureNames)("stays itself when imported again: %s", (name) => {
    const { model } = evaluated(imported(fixture(name), name));
    expect(roundTrip(model, name)).toEqual([]);
    const again = imported(model, name).unexpressed;
    expect(again.map(({ path }) => path)).toEqual(
      // Only what the file cannot hold stays to be said: a panel that is elsewhere.
      (listed[name] ?? []).filter((path) => path.endsWith("libraryPanel")),
    );
  });

  test("stands in the folder of its system, under its name", () => {
    const { files } = imported(fixture("manifest"), "weather", "sky");
    expect(files.map(({ path }) => path)).toEqual([
      "dashboards/sky/weather.ts",
    ]);
    expect(files[0]?.content).toContain("export const weatherDashboard");
  });

  test("is typed TypeScript of the project", () => {
    expect(
      typeProblems(
        new Map(
          fixtureNames.map((name) => [
            join(project, "dashboards", "shop", `${name}.imported.ts`),
            imported(fixture(name), name).files[0]?.content ?? "",
          ]),
        ),
      ),
    ).toEqual([]);
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
      { numRuns: 60, seed: 7 },
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

const project = join(__dirname, "..", "..", "..", "..");

/** What the compiler says of files that are in memory only. */
function typeProblems(files: ReadonlyMap<string, string>): readonly string[] {
  const { config } = ts.readConfigFile(join(project, "tsconfig.json"), (path) =>
    ts.sys.readFile(path),
  ) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const checked = {
    ...options,
    incremental: false,
    tsBuildInfoFile: undefined,
  };
  const host = ts.createCompilerHost(checked);
  const program = ts.createProgram([...files.keys()], checked, {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile: (path, language) => {
      const source = files.get(path) ?? host.readFile(path);
      return source === undefined
        ? undefined
        : ts.createSourceFile(path, source, language);
    },
  });
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(
      ({ messageText }) =>
        `${path}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}
