import { load } from "js-yaml";
import { promtoolTests } from "../../src/slo/promtool-tests";
import { ruleCases } from "../../src/slo/rule-cases";
import { builtInTiers } from "../../src/slo/windows";
import { availability, database } from "./slos";

interface TestFile {
  readonly group_eval_order: readonly string[];
  readonly tests: readonly {
    readonly name: string;
    readonly input_series: readonly { series: string; values: string }[];
    readonly promql_expr_test: readonly {
      expr: string;
      eval_time: string;
      exp_samples: readonly unknown[];
    }[];
  }[];
}

const options = { systemId: "shop", ruleFile: "rules.yml" };
const fileOf = (slo: typeof availability): TestFile =>
  load(promtoolTests(slo, options)) as TestFile;

/** Reads promtool's notation back: the value of every minute, `undefined` where nothing is scraped. */
function samplesOf(values: string): readonly (number | undefined)[] {
  return values.split(" ").flatMap((part) => {
    const [, start = "", step = "0", times = "0"] =
      /^(_|[\d.]+)(?:\+([\d.]+))?(?:x(\d+))?$/.exec(part) ?? [];
    if (start === "_")
      return Array.from({ length: Number(times) || 1 }, () => undefined);
    return Array.from(
      { length: Number(times) + 1 },
      (_, index) => Number(start) + index * Number(step),
    );
  });
}

test("covers health, outage and recovery, missing metrics, no traffic, a slow burn, and one error", () => {
  expect(fileOf(availability).tests.map(({ name }) => name)).toEqual([
    "api-availability: all is well",
    "api-availability: a total outage and the recovery from it",
    "api-availability: no metrics",
    "api-availability: no traffic",
    "api-availability: a slow burn",
    "api-availability: one error in little traffic fires: no minimum of requests is set",
  ]);
  expect(
    fileOf({ ...availability, minimumRequests: 100 }).tests.at(-1)?.name,
  ).toBe("api-availability: one error in little traffic is no alert");
  expect(fileOf(database).tests).toHaveLength(3);
});

test("evaluates groups in the order in which they read each other", () => {
  expect(fileOf(availability).group_eval_order).toEqual([
    "slo-api-availability-windows",
    "slo-api-availability-period",
    "slo-api-availability-alerts",
  ]);
});

test("counters never fall, last as long as what is asked, and carry the system", () => {
  for (const { input_series, promql_expr_test } of fileOf(availability).tests)
    for (const { series, values } of input_series) {
      expect(series).toContain('system="shop"');
      const samples = samplesOf(values);
      const known = samples.filter((value) => value !== undefined);
      expect(
        known.filter((value, index) => value < (known[index - 1] ?? 0) - 1e-6),
      ).toEqual([]);
      const last = Math.max(
        ...promql_expr_test.map(({ eval_time }) => parseInt(eval_time, 10)),
      );
      expect(samples.length).toBeGreaterThanOrEqual(last);
    }
});

test("expects every tier to fire and to stop in an outage", () => {
  const outage = ruleCases(availability, true)[1];
  const of = (alert: string): readonly (readonly [number, boolean])[] =>
    (outage?.expectations ?? [])
      .filter((expectation) => expectation.alert === alert)
      .map(({ minute, fires }) => [minute - 4320, fires]);
  expect(of("ApiAvailabilityPageQuick")).toEqual([
    [0, false],
    [10, true],
    [20, false],
  ]);
  expect(of("ApiAvailabilityTicketSlow")).toEqual([
    [0, false],
    [10, true],
    [360, true],
    [380, false],
  ]);
});

test("expects nothing where it is too close to call", () => {
  const tier = builtInTiers("30d")?.[1];
  if (tier === undefined) throw new Error("no tier");
  const at = (objective: number) =>
    ruleCases({ ...availability, objective, tiers: [tier] }, true)[1]
      ?.expectations.filter(({ alert }) => alert.endsWith("PageSlow"))
      .map(({ fires }) => fires);
  expect(at(99.6)).toEqual([false, true, true, false]);
  expect(at(99.54)).toEqual([]);
  expect(at(99)).toEqual([false]);
});
