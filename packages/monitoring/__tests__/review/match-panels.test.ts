import fc from "fast-check";
import {
  dashboardContent,
  type PanelContent,
} from "../../src/review/dashboards/content";
import { matchPanels } from "../../src/review/dashboards/match-panels";

interface Panel {
  readonly id?: number;
  readonly title: string;
  readonly expr?: string;
  readonly type?: string;
}

function panels(given: readonly Panel[]): readonly PanelContent[] {
  const content = dashboardContent(
    JSON.stringify({
      title: "Orders",
      panels: given.map(({ expr = "up", type = "stat", ...panel }, index) => ({
        ...panel,
        type,
        gridPos: { x: 0, y: index, w: 1, h: 1 },
        targets: [{ refId: "A", expr }],
      })),
    }),
  );
  if (typeof content === "string") throw new Error(content);
  return content.panels;
}

function matched(before: readonly Panel[], after: readonly Panel[]): object {
  const { pairs, added, removed } = matchPanels(panels(before), panels(after));
  return {
    pairs: pairs.map(([was, is]) => `${was.title} > ${is.title}`),
    added: added.map(({ title }) => title),
    removed: removed.map(({ title }) => title),
  };
}

describe("matchPanels", () => {
  test("pairs by id where ids are keys, whatever the title", () => {
    expect(
      matched(
        [
          { id: 77, title: "Latency" },
          { id: 88, title: "Errors" },
        ],
        [
          { id: 99, title: "Latency" },
          { id: 88, title: "Errors" },
          { id: 77, title: "Latency p99" },
        ],
      ),
    ).toEqual({
      pairs: ["Errors > Errors", "Latency > Latency p99"],
      added: ["Latency"],
      removed: [],
    });
  });

  test("pairs by content where ids are only counted", () => {
    const before = [1, 2, 3, 4].map((id) => ({
      id,
      title: `Panel ${id}`,
      expr: `m${id}`,
    }));
    const after = [
      { id: 1, title: "New", expr: "new" },
      ...before.map((panel) => ({ ...panel, id: panel.id + 1 })),
    ];
    expect(matched(before, after)).toEqual({
      pairs: before.map(({ title }) => `${title} > ${title}`),
      added: ["New"],
      removed: [],
    });
  });

  test("pairs by title without ids, and by query where the title changed", () => {
    expect(
      matched(
        [
          { title: "A", expr: "a" },
          { title: "B", expr: "b" },
        ],
        [
          { title: "A", expr: "a2" },
          { title: "B2", expr: "b" },
        ],
      ),
    ).toEqual({ pairs: ["A > A", "B > B2"], added: [], removed: [] });
  });

  test("tells panels of one title apart by what they hold", () => {
    expect(
      matched(
        [
          { title: "Rate", expr: "a" },
          { title: "Rate", expr: "b" },
        ],
        [{ title: "Rate", expr: "b" }],
      ),
    ).toEqual({ pairs: ["Rate > Rate"], added: [], removed: ["Rate"] });
  });

  test("pairs every panel with itself, in any order", () => {
    const panel = fc.record({ title: fc.string(), expr: fc.string() });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(panel, {
            selector: ({ title, expr }) => JSON.stringify([title, expr]),
          })
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
            ),
          ),
        ([before, after]) => {
          const { pairs, added, removed } = matchPanels(
            panels(before),
            panels(after),
          );
          expect([...added, ...removed]).toEqual([]);
          for (const [was, is] of pairs)
            expect(was.fingerprint).toBe(is.fingerprint);
        },
      ),
    );
  });
});
