import fc from "fast-check";
import { stringify } from "yaml";
import { importRules } from "../../../src/import/rules/import-rules";
import type { RulesImportOptions } from "../../../src/import/rules/import-options";
import { rulesRoundTrip } from "../../../src/import/rules/rules-round-trip";
import { runs } from "../../property-runs";
import { environmentWith } from "../../environment-fixture";

type Tree = Record<string, unknown>;

const options: RulesImportOptions = {
  system: "shop",
  name: "imported",
  environment: environmentWith(),
  severities: { "": "info", page: "critical" },
};

const query = fc.constantFrom(
  "up == 0",
  'sum by (job) (rate(a{system="shop"}[5m])) > 0.5',
  'a{system="other"} > 1',
  "(a or b) >= 2",
  "absent(a)",
  "a > b",
);
const duration = fc.constantFrom("0s", "60s", "1h30m", "250ms", "2d");

const alert = fc.record(
  {
    alert: fc.constantFrom("A", "Some alert"),
    expr: query,
    for: duration,
    keep_firing_for: duration,
    labels: fc.record(
      {
        severity: fc.constantFrom("critical", "page"),
        team: fc.constant("sre"),
        system: fc.constantFrom("shop", "other"),
        tier: fc.constantFrom("gold", ""),
      },
      { requiredKeys: [] },
    ),
    annotations: fc.record(
      {
        summary: fc.constant("s"),
        runbook_url: fc.constant("https://elsewhere.test/a"),
        dashboard: fc.constantFrom("http://grafana:3000/d/a", "/d/a"),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["alert", "expr"] },
);
const recording = fc.record(
  {
    record: fc.constant("job:a:sum"),
    expr: query,
    labels: fc.record({ origin: fc.constant("test") }),
  },
  { requiredKeys: ["record", "expr"] },
);
const group = fc.record(
  {
    interval: duration,
    limit: fc.constantFrom("0", "5"),
    labels: fc.record({ zone: fc.constantFrom("eu", "") }),
    rules: fc.array(fc.oneof(alert, recording), { maxLength: 4 }),
  },
  { requiredKeys: ["rules"] },
);
const ruleFile = fc
  .tuple(fc.array(group, { maxLength: 3 }), fc.constantFrom(0, 1, 2))
  .map(([groups, wrapping]): Tree => {
    const named = groups.map((fields, index) => ({
      name: `g${index}`,
      ...fields,
    }));
    if (wrapping === 0) return { groups: named };
    if (wrapping === 1) return { namespace: "n", groups: named };
    return {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "m" },
      spec: { groups: named },
    };
  });

/** Every map in the tree. */
function mapsIn(value: unknown): Tree[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(mapsIn);
  return Array.isArray(value) ? inner : [value as Tree, ...inner];
}

describe("importing rules", () => {
  test("drops nothing silently: what is added anywhere is written or listed", () => {
    fc.assert(
      fc.property(
        ruleFile,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (generated, places) => {
          const tree = structuredClone(generated);
          const maps = mapsIn(tree);
          const marks = places.map((place, index) => {
            const mark = `unheard_of_${index}`;
            const map = maps[place % maps.length];
            if (map !== undefined) map[mark] = `value of ${mark}`;
            return mark;
          });
          const text = stringify(tree);
          const result = importRules(text, options);
          const listed = [...result.unexpressed, ...result.toComplete];
          expect(rulesRoundTrip(result.groups, text, options, listed)).toEqual(
            [],
          );
          const sources = result.files.map(({ content }) => content).join("\n");
          for (const mark of marks) {
            const isWritten = sources.includes(mark);
            const isListed = listed.some(({ path, what }) =>
              `${path} ${what}`.includes(mark),
            );
            const holder = pathsTo(tree, mark);
            const isInListed = holder.some((path) =>
              listed.some((item) => isBelow(path, item.path)),
            );
            expect([mark, isWritten || isListed || isInListed]).toEqual([
              mark,
              true,
            ]);
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("says so when something is not what it was", () => {
    const text = `groups: [{ name: a, rules: [{ record: "a:b:c", expr: up > 1 }] }]`;
    const { groups, unexpressed } = importRules(text, options);
    const changed = {
      ...groups,
      recordingGroups: groups.recordingGroups.map((changedGroup) => ({
        ...changedGroup,
        recordings: changedGroup.recordings.map((rule) => ({
          ...rule,
          expr: "up > 2",
        })),
      })),
    };
    expect(
      rulesRoundTrip(changed, text, options, unexpressed).map(
        ({ path }) => path,
      ),
    ).toEqual(['groups["a"].rules[0].expr']);
    expect(
      rulesRoundTrip(
        { alertGroups: [], recordingGroups: [] },
        text,
        options,
        unexpressed,
      ).map(({ path }) => path),
    ).toEqual(['groups["a"]']);
  });
});

/** Where the mark stands, in the words of the import. */
function pathsTo(value: unknown, mark: string, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((entry: unknown, index) =>
      pathsTo(
        entry,
        mark,
        /(^|\.)groups$/.test(path)
          ? `groups[${JSON.stringify((entry as Tree).name)}]`
          : `${path}[${index}]`,
      ),
    );
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return key === mark ? [at] : pathsTo(entry, mark, at);
  });
}

function isBelow(path: string, ancestor: string): boolean {
  return path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}
