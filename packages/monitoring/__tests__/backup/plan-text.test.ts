import {
  createdLines,
  hasAny,
  planComparison,
  planSummary,
  unwrittenLines,
} from "../../src/backup/plan-text";
import type { DashboardObject } from "../../src/backup/objects";
import type { RestorePlan } from "../../src/backup/restore-step";

const dashboard = (
  title: string,
  model: object = { title },
): DashboardObject => ({
  uid: "latency",
  title,
  content: { schema: "classic", model: { ...model } },
});

const plan = (changes: Partial<RestorePlan>): RestorePlan => ({
  folders: [],
  dashboards: [],
  annotations: [],
  silences: [],
  ...changes,
});

test("counts what becomes of each kind, and says nothing of kinds without objects", () => {
  const wanted = { time: 0, text: "x", tags: [] };
  expect(
    planSummary(
      plan({
        folders: [{ verdict: "blocked", wanted: { uid: "a", title: "A" } }],
        annotations: [
          { verdict: "create", wanted },
          { verdict: "create", wanted },
          { verdict: "unchanged", wanted },
          { verdict: "skip", wanted },
        ],
      }),
    ),
  ).toEqual([
    "folders: 1 without a place",
    "annotations: 2 to create, 1 equal, 1 left out",
  ]);
});

test("names the first of many annotations, each on one line", () => {
  const annotations = Array.from({ length: 22 }, () => ({
    verdict: "create" as const,
    wanted: {
      time: 0,
      text: "two\nlines\u001b[2J",
      tags: [],
      dashboardUid: "latency",
    },
  }));
  const lines = createdLines(plan({ annotations }));
  expect(lines).toHaveLength(21);
  expect(lines[0]).toBe(
    "annotation of 1970-01-01T00:00:00.000Z on latency: two lines [2J",
  );
  expect(lines[20]).toBe("and 2 annotations more");
});

test("says why something is not written, for the verdicts that are asked for", () => {
  const found = { ...dashboard("New"), revision: { version: 2 } };
  const both = plan({
    folders: [
      { verdict: "skip", wanted: { uid: "a", title: "A" }, reason: "deployed" },
    ],
    dashboards: [
      { verdict: "conflict", wanted: dashboard("Old"), found, reason: "newer" },
    ],
  });
  expect(unwrittenLines(both, ["conflict"])).toEqual([
    'dashboard "Old" (latency): newer',
  ]);
  expect(unwrittenLines(both, ["skip"])).toEqual(['folder "A" (a): deployed']);
  expect(hasAny(both, ["conflict"])).toBe(true);
  expect(hasAny(both, ["create", "update", "blocked"])).toBe(false);
});

test("hands created, updated and conflicting dashboards to the review, and no equal ones", () => {
  const found = { ...dashboard("New"), revision: { version: 2 } };
  const { changes } = planComparison(
    plan({
      dashboards: [
        { verdict: "create", wanted: dashboard("Old") },
        { verdict: "conflict", wanted: dashboard("Old"), found },
        { verdict: "unchanged", wanted: dashboard("Old"), found },
        { verdict: "skip", wanted: dashboard("Old") },
      ],
    }),
    "prod",
  );
  expect(changes.map(({ type, action }) => `${type} ${action}`)).toEqual([
    "grafana_dashboard create",
    "grafana_dashboard update",
  ]);
});

test.each([
  [
    "a model of the app platform",
    {
      schema: "app",
      apiVersion: "dashboard.grafana.app/v2",
      spec: { title: "Old" },
    },
  ],
  ["a model without title", { schema: "classic", model: {} }],
  [
    "panels that are none",
    { schema: "classic", model: { title: "x", panels: 3 } },
  ],
] as const)(
  "hands %s over field by field, because the review would refuse it as a dashboard",
  (_, content) => {
    const { changes } = planComparison(
      plan({
        dashboards: [
          { verdict: "create", wanted: { ...dashboard("Old"), content } },
        ],
      }),
      "prod",
    );
    expect(changes[0]).toMatchObject({
      type: "dashboard",
      after: { uid: "latency" },
    });
  },
);
