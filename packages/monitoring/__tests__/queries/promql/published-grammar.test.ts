import { createRequire } from "node:module";
import type { LRParser } from "@lezer/lr";
import { FUNCTIONS } from "../../../src/queries/promql/functions";
import { AGGREGATIONS } from "../../../src/queries/promql/keywords";
import { validQueries } from "./valid-queries";

interface Term {
  readonly label: string;
}

/**
 * Prometheus publishes a grammar for editors. It is more lenient than Prometheus itself and knows a little less, so it
 * cannot be our checker; but it is a second opinion, and when its next version knows a new function, this fails.
 */
const load = createRequire(__filename);
const { parser } = load("@prometheus-io/lezer-promql") as {
  readonly parser: LRParser;
};
const terms = load(
  "@prometheus-io/codemirror-promql/dist/cjs/complete/promql.terms",
) as Readonly<
  Record<"functionIdentifierTerms" | "aggregateOpTerms", readonly Term[]>
>;

/** Valid in Prometheus, unknown to the published grammar. */
const UNKNOWN_TO_GRAMMAR = new Set([
  "5.",
  "5. / 6.",
  "5.e3",
  "0XfF",
  "0x_1F",
  "up[STEP()]",
  "up[Max_Of(5m,1m):min_of(1m,step())]",
  "max_of(time(), scalar(up))",
  "min_of(1, 2)",
  "offset",
  "offset offset 5m",
  "up * on (a:b) up",
]);

describe("the grammar that Prometheus publishes", () => {
  test("knows no function and no aggregation that we do not know", () => {
    const known = [...FUNCTIONS.keys()];
    expect(known).toEqual(
      expect.arrayContaining(
        terms.functionIdentifierTerms.map(({ label }) => label),
      ),
    );
    expect([...AGGREGATIONS.keys()]).toEqual(
      expect.arrayContaining(terms.aggregateOpTerms.map(({ label }) => label)),
    );
  });

  test("parses what we call valid, its known gaps excepted", () => {
    const strict = parser.configure({ strict: true });
    const refused = Object.entries(validQueries)
      .filter(([feature]) => feature !== "Grafana variables")
      .flatMap(([, queries]) => queries)
      .filter((expr) => {
        try {
          strict.parse(expr);
          return false;
        } catch {
          return true;
        }
      });
    expect(refused.sort()).toEqual([...UNKNOWN_TO_GRAMMAR].sort());
  });
});
