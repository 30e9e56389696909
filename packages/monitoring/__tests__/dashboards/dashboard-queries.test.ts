import {
  queryTextsOf,
  withQueries,
} from "../../src/dashboards/dashboard-queries";
import { variableCall } from "../../src/dashboards/variable-query";

const of = (type: string) => ({ datasource: { type, uid: "x" } });

describe("queryTextsOf", () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ["PromQL", { ...of("prometheus"), expr: "up" }, ["promql expr: up"]],
    ["LogQL", { ...of("loki"), expr: "{a=`b`}" }, ["logql expr: {a=`b`}"]],
    [
      "TraceQL",
      { ...of("tempo"), queryType: "traceql", query: "{}" },
      ["traceql query: {}"],
    ],
    [
      "the selector of a service map",
      { ...of("tempo"), queryType: "serviceMap", serviceMapQuery: "{a='b'}" },
      ["promql serviceMapQuery: {a='b'}"],
    ],
    [
      "a service map without a selector",
      { ...of("tempo"), queryType: "serviceMap" },
      ["promql serviceMapQuery: "],
    ],
    [
      "SQL",
      { ...of("grafana-postgresql-datasource"), rawSql: "select 1" },
      ["sql rawSql: select 1"],
    ],
    [
      "a variable, and its copy for people",
      {
        ...of("prometheus"),
        type: "query",
        query: { query: "label_values(up, job)", refId: "A" },
        definition: "label_values(up, job)",
      },
      [
        "promql query.query: label_values(up, job)",
        "promql definition: label_values(up, job)",
      ],
    ],
    ["no id of a trace", { ...of("tempo"), query: "$trace" }, []],
    [
      "no labels of Loki",
      { ...of("loki"), type: "query", query: "label_values(app)" },
      [],
    ],
    ["nothing of other plugins", { ...of("elasticsearch"), query: "a" }, []],
    ["nothing without a datasource", { expr: "up" }, []],
  ])("finds %s", (_, fields, expected) => {
    expect(
      queryTextsOf(fields).map(
        ({ at, language, text }) => `${language} ${at.join(".")}: ${text}`,
      ),
    ).toEqual(expected);
  });
});

test("queries without a datasource of their own ask that of what they stand in", () => {
  const dashboard = {
    panels: [{ ...of("prometheus"), title: "CPU", targets: [{ expr: "up" }] }],
    annotations: { list: [{ ...of("loki"), target: { expr: "{}" } }] },
  };
  const seen: string[] = [];
  const copy = withQueries(dashboard, ({ language, text }, path) => {
    seen.push(`${path.join(" > ")} ${language}`);
    return `${text}!`;
  });
  expect(seen).toEqual(['"CPU" > 0 promql', "0 logql"]);
  expect(copy.panels[0]?.targets[0]?.expr).toBe("up!");
  expect(copy.annotations.list[0]?.target.expr).toBe("{}!");
  expect(dashboard.panels[0]?.targets[0]?.expr).toBe("up");
});

test.each([
  ["label_values(up{a='b'}, job)", "up{a='b'}", "label_values(X, job)"],
  ["query_result(sum(up))", "sum(up)", "query_result(X)"],
  ["label_values(job)", undefined, "label_values(X)"],
  ["label_names()", undefined, "label_names(X)"],
])("%s asks %s", (text, query, replaced) => {
  const call = variableCall(text);
  expect(call?.query).toBe(query);
  expect(call?.withQuery("X")).toBe(replaced);
});
