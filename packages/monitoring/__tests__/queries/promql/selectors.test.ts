import {
  labelNamesOf,
  metricNamesOf,
  selectorsOf,
} from "../../../src/queries/promql/selectors";

describe("selectorsOf", () => {
  test("gives metric, matchers, range and position of each selector", () => {
    const expr = 'rate(a{x="1",y!~"2"}[5m:]) + rate(b[$w] offset 5m)';
    expect(selectorsOf(expr)).toMatchObject([
      {
        metric: "a",
        matchers: [
          { label: "x", match: "=", value: "1", from: 7, to: 12 },
          { label: "y", match: "!~", value: "2" },
        ],
        from: 5,
        to: 20,
      },
      { metric: "b", matchers: [], range: "$w" },
    ]);
    expect(selectorsOf(expr)[0]).not.toHaveProperty("range");
  });

  test.each([
    ["a matcher on __name__", '{__name__="a"}', "a"],
    ["a quoted name", '{"a.b", c="d"}', "a.b"],
    ["an escaped name", '{"a\\u0062"}', "ab"],
    ["a name that is a keyword", "sum(sum)", "sum"],
    ["a variable within a name", "x_${y}_total", "x_${y}_total"],
  ])("finds the name in %s", (_, expr, metric) => {
    expect(selectorsOf(expr)).toMatchObject([{ metric }]);
  });

  test("keeps a pattern on the name as a matcher", () => {
    const [selector] = selectorsOf('{__name__=~"a.*"}');
    expect(selector).not.toHaveProperty("metric");
    expect(selector?.matchers).toMatchObject([
      { label: "__name__", match: "=~", value: "a.*" },
    ]);
  });
});

test("metricNamesOf gives each metric once", () => {
  expect(metricNamesOf("a / (a + b) + time()")).toEqual(["a", "b"]);
});

test("labelNamesOf gives labels of matchers and lists once, quotes removed", () => {
  const expr = 'sum by (a, "b.c") (x{d="1", a!="2"}) * on (e) group_left (f) y';
  expect([...labelNamesOf(expr)].sort()).toEqual(["a", "b.c", "d", "e", "f"]);
});
