import { burnChart, horizonOf } from "../../src/slo/burn-chart";
import type { ErrorPattern } from "../../src/slo/error-pattern";
import { simulationTable } from "../../src/slo/simulation-table";
import { availability } from "./slos";

const outage: ErrorPattern = { kind: "outage", length: "10m" };

test("the table says when each tier fires and stops", () => {
  expect(
    simulationTable(availability, [
      outage,
      { kind: "constant", errorRatio: 0.004 },
      { kind: "outage", length: "40s" },
      {
        kind: "intermittent",
        errorRatio: 1,
        on: "2m",
        off: "2h",
        cycles: 3,
      },
    ]),
  ).toBe(
    [
      "| errors | budget spent | page-quick | page-slow | ticket-quick | ticket-slow |",
      "| --- | --- | --- | --- | --- | --- |",
      "| total outage of 10m | 23.1 % | after 51.8 s, until 4.93 min after the end | after 2.16 min, until 29.8 min after the end | after 4.32 min, until 1.99 h after the end | after 4.32 min, until 5.99 h after the end |",
      "| 0.4 % errors from now on | without end | silent | silent | after 18 h, for good | after 18 h, for good |",
      "| total outage of 40s | 1.54 % | silent | silent | silent | silent |",
      "| 100 % errors for 2m of every 2m + 2h, 3 times | 13.9 % | 3 times, first after 51.8 s, until 4.93 min after the end | 2 times, first after 2.04 h, until 29.8 min after the end | after 4.07 h, until 1.99 h after the end | after 4.07 h, until 5.99 h after the end |",
    ].join("\n"),
  );
});

test("the chart is an SVG that names pattern and tiers, the same every time", () => {
  const svg = burnChart(availability, outage);
  expect(svg).toMatch(/^<svg [^>]*width="960"/);
  for (const text of ["total outage of 10m", "page-quick", "ticket-slow"])
    expect(svg).toContain(text);
  expect(burnChart(availability, outage)).toBe(svg);
});

test("the chart ends after everything has happened", () => {
  expect(horizonOf(availability, outage)).toBeCloseTo(1.05 * 22_178.4, 6);
  expect(horizonOf(availability, { kind: "outage", length: "40s" })).toBe(3600);
});
