import { readdirSync } from "node:fs";
import { join } from "node:path";
import { kebabCase } from "../../src/model/uid";
import type { Exporter, Metric } from "../../src/model/metric";

const folder = join(__dirname, "../../src/exporters");
const exporters = readdirSync(folder).flatMap((file) =>
  Object.values(
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- every file, the ones to come included
    require(join(folder, file)) as Record<string, unknown>,
  ).filter(isExporter),
);

function isExporter(value: unknown): value is Exporter {
  return typeof value === "object" && value !== null && "metrics" in value;
}

test("exporters have ids of their own", () => {
  const ids = exporters.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toBe(kebabCase(id));
});

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  "%s",
  (_, { metrics }) => {
    const where = (wrong: (metric: Metric) => boolean) =>
      metrics.filter(wrong).map(({ name }) => name);

    test("names each metric once, as Prometheus allows", () => {
      const names = metrics.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
      expect(where(({ name }) => !/^[a-zA-Z_:][\w:]*$/.test(name))).toEqual([]);
    });

    test("names no part of a histogram or summary", () => {
      expect(
        where(
          ({ name, type }) =>
            /_(?:bucket|sum|count)$/.test(name) &&
            (type === "histogram" || type === "summary"),
        ),
      ).toEqual([]);
    });

    test("gives gauges no name of a counter", () => {
      // The Node.js client calls these gauges so.
      const misnamed = /^nodejs_active_(handles|requests|resources)_total$/;
      expect(
        where(
          ({ name, type }) =>
            type === "gauge" && name.endsWith("_total") && !misnamed.test(name),
        ),
      ).toEqual([]);
    });

    test("has the unit that the name says", () => {
      const said = {
        seconds: /^(?:seconds|timestamp)$/,
        bytes: /^bytes$/,
        celsius: /^celsius$/,
      };
      expect(
        where(({ name, unit }) => {
          const [, word = ""] =
            /_(seconds|bytes|celsius)(?:_total)?$/.exec(name) ?? [];
          const allowed = said[word as keyof typeof said];
          return allowed !== undefined && !allowed.test(unit);
        }),
      ).toEqual([]);
    });

    test("says what each metric is, with ascending buckets", () => {
      expect(where(({ help }) => help.length < 8)).toEqual([]);
      expect(
        where(({ buckets = [] }) =>
          buckets.some((bound, at) => bound <= (buckets[at - 1] ?? -Infinity)),
        ),
      ).toEqual([]);
    });
  },
);
