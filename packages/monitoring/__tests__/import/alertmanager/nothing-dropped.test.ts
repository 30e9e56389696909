import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { alertmanagerRoundTrip } from "../../../src/import/alertmanager/alertmanager-round-trip";
import { importAlertmanager } from "../../../src/import/alertmanager/import-alertmanager";
import type { AlertmanagerImportOptions } from "../../../src/import/alertmanager/import-options";
import { readYaml } from "../../../src/import/read-yaml";
import { runs } from "../../property-runs";
import { environmentWith } from "../../environment-fixture";

type Tree = Record<string, unknown>;

const options: AlertmanagerImportOptions = {
  name: "imported",
  environment: environmentWith(),
};

const originals = ["classic.yml", "cluster-default.yaml", "many-kinds.yml"].map(
  (name) =>
    readYaml(readFileSync(join(__dirname, "files", name), "utf8"))
      .documents[0] as Tree,
);

/** Every map in the tree, with its place as the import names it. */
function mapsIn(value: unknown, path = ""): [Tree, string][] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((entry: unknown, index) => {
      const { name } = (entry ?? {}) as { name?: unknown };
      const isNamed = /^(receivers|(mute_)?time_intervals)$/.test(path);
      return mapsIn(
        entry,
        isNamed && typeof name === "string"
          ? `${path.replace("mute_", "")}[${JSON.stringify(name)}]`
          : `${path}[${index}]`,
      );
    });
  const tree = value as Tree;
  return [
    [tree, path],
    ...Object.entries(tree).flatMap(([key, entry]) =>
      mapsIn(entry, path === "" ? key : `${path}.${key}`),
    ),
  ];
}

describe("importing a configuration of Alertmanager", () => {
  test("drops nothing silently: what is added anywhere is written, listed or refused", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        fc.constantFrom("text", "map", "list"),
        (original, places, kind) => {
          const tree = structuredClone(original);
          const maps = mapsIn(tree);
          const marks = places.map((place, index) => {
            const mark = `unheard_of_${index}`;
            const [map, path] = maps[place % maps.length] ?? [tree, ""];
            const value = `value of ${mark}`;
            map[mark] =
              kind === "text"
                ? value
                : kind === "map"
                  ? { inner: value }
                  : [value];
            return { mark, path };
          });
          const text = stringify(tree);
          let result;
          try {
            result = importAlertmanager(text, options);
          } catch (error) {
            // What cannot be left out, such as a matcher, is refused: that is not silent either.
            expect(String(error)).toContain("unheard_of_");
            return;
          }
          expect(
            alertmanagerRoundTrip(
              result.notifications,
              result.smtp,
              text,
              options,
              result.unexpressed,
            ),
          ).toEqual([]);
          const sources = result.files.map(({ content }) => content).join("\n");
          for (const { mark, path } of marks) {
            const isWritten = sources.includes(mark);
            const isListed = result.unexpressed.some(
              (item) =>
                item.path.toLowerCase().includes(mark) ||
                item.path === path ||
                path.startsWith(`${item.path}.`) ||
                path.startsWith(`${item.path}[`) ||
                // What is inherited is listed where it applies.
                (path.startsWith("global.http_config") &&
                  item.path.includes(".http_config")),
            );
            expect([mark, path, isWritten || isListed]).toEqual([
              mark,
              path,
              true,
            ]);
          }
        },
      ),
      { numRuns: runs(120) },
    );
  });
});
