import { query, timeseries } from "../../src/dashboards";
import { isSuppressed } from "../../src/checks/finding";
import type { Suppression } from "../../src/model/suppression";
import { findingsOf, type Example } from "./example";

const suppress = (check: string): readonly Suppression[] => [
  { check, reason: "it is meant", until: "2026-12-31" },
];

const panel = (suppressed: readonly Suppression[]): Example => ({
  panels: [
    timeseries("requests", {
      title: "Requests",
      description: "Over five minutes, as the contract says.",
      unit: "reqps",
      queries: [query("sum(rate(http_requests_total[5m]))", "all")],
      suppress: suppressed,
    }),
  ],
});

const alert = (suppressed: readonly Suppression[]): Example => ({
  alerts: [
    {
      alert: "ShopDown",
      expr: "sum(queue_depth)",
      suppress: suppressed,
    },
  ],
});

const recording = (suppressed: readonly Suppression[]): Example => ({
  recordings: [
    {
      record: "shop:queue_depth:sum",
      expr: "sum(queue_depth)",
      suppress: suppressed,
    },
  ],
});

describe("suppressions", () => {
  test.each([
    ["a panel", "dashboards/fixed-window", panel],
    ["an alert", "promql/alert-without-condition", alert],
    ["a recording", "references/unused-recording", recording],
  ] as const)("apply beside %s", (_, check, example) => {
    const [open] = findingsOf(example([])).filter(({ id }) => id === check);
    expect(open).toBeDefined();
    const [covered] = findingsOf(example(suppress(check))).filter(
      ({ id }) => id === check,
    );
    expect(covered && isSuppressed(covered)).toBe(true);
    expect(covered?.suppressed?.reason).toBe("it is meant");
  });

  test("cover the check that they name, and no other", () => {
    const found = findingsOf(panel(suppress("dashboards/unit")));
    expect(found.filter(isSuppressed)).toEqual([]);
    expect(found.map(({ id }) => id)).toContain("dashboards/fixed-window");
  });

  test.each([
    [
      "an unknown check",
      { check: "promql/typo" },
      'there is no check "promql/typo"',
    ],
    [
      "no reason",
      { reason: " " },
      "dashboards/fixed-window is suppressed without a reason",
    ],
    ["a day that is none", { until: "2026-02-30" }, 'until "2026-02-30"'],
  ])("rejects %s", (_, change, message) => {
    const [given] = suppress("dashboards/fixed-window");
    if (given === undefined) throw new Error("there is a suppression");
    const found = findingsOf(panel([{ ...given, ...change }])).filter(
      ({ id }) => id === "suppressions/invalid",
    );
    expect(found[0]?.message).toContain(message);
  });
});
