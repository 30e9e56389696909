import {
  alertlist,
  byName,
  customVariable,
  dashboard,
  gauge,
  heatmap,
  intervalVariable,
  logQuery,
  logs,
  nodeGraph,
  query,
  queryVariable,
  row,
  serviceMap,
  stat,
  text,
  thresholds,
  timeseries,
  traceql,
  type DashboardProps,
  type GrafanaUnit,
  type Panel,
} from "../../src/dashboards";
import type { TimeseriesProps } from "../../src/dashboards/panels/timeseries";

const rate = query("sum by (job) (rate(x_total[$__rate_interval]))", "{{job}}");

function graph(key: string, props: Partial<TimeseriesProps> = {}): Panel {
  return timeseries(key, {
    title: "Requests",
    description: "Requests per second. Good: not zero.",
    unit: "reqps",
    queries: [rate],
    ...props,
  });
}

const good: DashboardProps = {
  uid: "shop-overview",
  title: "Overview",
  description: "How the shop is doing",
  system: "shop",
  rows: [row([graph("requests")])],
};

const withPanel = (panel: Panel): DashboardProps => ({
  ...good,
  rows: [row([panel])],
});
const withGraph = (props: Partial<TimeseriesProps>): DashboardProps =>
  withPanel(graph("requests", props));
const said = { title: "T", description: "D" };

test("a dashboard without mistakes is made", () => {
  expect(dashboard(good).uid).toBe("shop-overview");
});

describe("of the dashboard", () => {
  test.each<[string, DashboardProps, string]>([
    [
      "an empty uid",
      { ...good, uid: "" },
      'uid must be 1 to 40 letters, digits, "-" or "_", got "" (0)',
    ],
    [
      "a uid of 41 characters",
      { ...good, uid: "x".repeat(41) },
      "uid must be 1 to 40 letters",
    ],
    [
      "a uid with other characters",
      { ...good, uid: "shop/overview" },
      'got "shop/overview"',
    ],
    ["an empty title", { ...good, title: " " }, "title must not be empty"],
    [
      "an empty description",
      { ...good, description: "" },
      "description must not be empty; say which questions",
    ],
    [
      "a system that is no id",
      { ...good, system: "My Shop" },
      'system must be the kebab-case id of a system, got "My Shop"',
    ],
    ["an empty tag", { ...good, tags: [""] }, "tags must not be empty"],
    [
      "a tag given twice",
      { ...good, tags: ["slo", "slo"] },
      'tag "slo" is given twice',
    ],
    [
      "the system as tag",
      { ...good, tags: ["shop"] },
      'tag "shop" is given twice',
    ],
    [
      "a refresh that is too fast",
      { ...good, refresh: "1s" },
      'refresh must be "off" or 5s and more, such as "30s" or "1m", got "1s"',
    ],
    [
      "a refresh that is no duration",
      { ...good, refresh: "often" },
      'got "often"',
    ],
    ["a refresh of zero", { ...good, refresh: "0m" }, 'got "0m"'],
    [
      "a time that Grafana cannot read",
      { ...good, time: { from: "yesterday", to: "now" } },
      'time.from must be relative such as "now-6h"',
    ],
    ["no rows", { ...good, rows: [] }, "needs a row with panels"],
    [
      "an empty row",
      { ...good, rows: [row("Requests", [])] },
      'row "Requests": needs a panel',
    ],
    [
      "two rows with one title",
      { ...good, rows: [row("A", [graph("a")]), row("A", [graph("b")])] },
      'row "a": two rows have this title',
    ],
    [
      "a row without title below one with title",
      { ...good, rows: [row("A", [graph("a")]), row([graph("b")])] },
      'row without title: must stand before "A"',
    ],
    [
      "a row repeated by nothing",
      { ...good, rows: [row("A", [graph("a")], { repeat: "job" })] },
      'row "A": repeats by the variable "job", which the dashboard does not have',
    ],
    [
      "an unclosed variable in the title",
      { ...good, title: "Overview ${job" },
      'title opens "${" without closing it',
    ],
    [
      "a link to nowhere",
      { ...good, links: [{ title: "Docs", url: "" }] },
      'a link needs a title and an address, got "Docs" to ""',
    ],
    [
      "an unclosed variable in a link",
      { ...good, links: [{ title: "Docs", url: "/d/x?${job" }] },
      'link opens "${" without closing it',
    ],
    [
      "two panels with one key",
      { ...good, rows: [row([graph("a"), graph("a")])] },
      'panel "a": two panels have this key',
    ],
    [
      "one key in two rows",
      { ...good, rows: [row([graph("a")]), row("B", [graph("a")])] },
      'panel "a": two panels have this key',
    ],
  ])("rejects %s", (_, props, message) => {
    expect(() => dashboard(props)).toThrow(message);
  });
});

describe("of its variables", () => {
  test.each<[string, DashboardProps, string]>([
    [
      "a name with a dash",
      {
        ...good,
        variables: [queryVariable("my-job", "label_values(up, job)")],
      },
      'variable "my-job": name must be letters',
    ],
    [
      "a name of Grafana's own",
      {
        ...good,
        variables: [queryVariable("__rate", "label_values(up, job)")],
      },
      'variable "__rate": name must be',
    ],
    [
      "a datasource's name",
      { ...good, variables: [customVariable("datasource", ["a"])] },
      'variable "datasource": the name stands for a datasource',
    ],
    [
      "one name twice",
      {
        ...good,
        variables: [customVariable("a", ["1"]), customVariable("a", ["2"])],
      },
      'variable "a": two variables have this name',
    ],
    [
      "an empty query",
      { ...good, variables: [queryVariable("job", " ")] },
      'variable "job": needs a query',
    ],
    [
      "a query with an unclosed variable",
      {
        ...good,
        variables: [queryVariable("job", 'label_values(up{a=~"${b"}, job)')],
      },
      'variable "job": query opens "${"',
    ],
    [
      "no values",
      { ...good, variables: [intervalVariable("window", [])] },
      'variable "window": needs values',
    ],
    [
      "a value twice",
      { ...good, variables: [intervalVariable("window", ["5m", "5m"])] },
      'variable "window": value "5m" is given twice',
    ],
    [
      "a value with a comma",
      { ...good, variables: [customVariable("a", ["1,2"])] },
      'variable "a": values must not hold commas',
    ],
    [
      "an initial value that is none",
      {
        ...good,
        variables: [intervalVariable("window", ["5m"], { initial: "1h" })],
      },
      'initial value "1h" is none of 5m',
    ],
  ])("rejects %s", (_, props, message) => {
    expect(() => dashboard(props)).toThrow(message);
  });
});

describe("of its panels", () => {
  test.each<[string, DashboardProps, string]>([
    [
      "a key that is not kebab-case",
      withPanel(graph("RequestRate")),
      'panel "RequestRate": key must be kebab-case, got "RequestRate"; write "request-rate"',
    ],
    [
      "an empty title",
      withGraph({ title: "" }),
      'panel "requests": title must not be empty',
    ],
    [
      "an empty description",
      withGraph({ description: " " }),
      'panel "requests": description must not be empty',
    ],
    [
      "a width beyond the grid",
      withGraph({ width: 25 }),
      'panel "requests": width must be a whole number of columns from 1 to 24, got 25',
    ],
    ["no width", withGraph({ width: 0 }), "got 0"],
    ["half a column", withGraph({ width: 1.5 }), "got 1.5"],
    [
      "no height",
      withGraph({ height: 0 }),
      "height must be a whole number of rows from 1 to 100, got 0",
    ],
    ["a height of many screens", withGraph({ height: 800 }), "got 800"],
    [
      "an unknown unit",
      withGraph({ unit: "requests" as GrafanaUnit }),
      'unit must be the id of a Grafana unit such as "reqps", "s" or "percentunit", got "requests"',
    ],
    [
      "an unknown unit in an override",
      withGraph({ overrides: [byName("a", { unit: "eur" as GrafanaUnit })] }),
      'override of "a": unit must be the id of a Grafana unit, got "eur"',
    ],
    [
      "min above max",
      withGraph({ min: 1, max: 0 }),
      "min must be below max, got min 1 and max 0",
    ],
    [
      "negative decimals",
      withGraph({ decimals: -1 }),
      "decimals must be a whole number from 0, got -1",
    ],
    [
      "thresholds that do not ascend",
      withGraph({
        thresholds: thresholds("green", [90, "red"], [80, "orange"]),
      }),
      "thresholds must ascend, got 90, 80",
    ],
    [
      "a threshold twice",
      withGraph({
        thresholds: thresholds("green", [90, "red"], [90, "orange"]),
      }),
      "thresholds must ascend, got 90, 90",
    ],
    [
      "a threshold that is no number",
      withGraph({ thresholds: thresholds("green", [NaN, "red"]) }),
      "thresholds must ascend, got NaN",
    ],
    ["no query", withGraph({ queries: [] }), "needs a query, got none"],
    [
      "hidden queries only",
      withGraph({ queries: [{ ...rate, hidden: true }] }),
      "all of its queries are hidden",
    ],
    [
      "an empty expression",
      withGraph({ queries: [query(" ", "a")] }),
      "query A: expression must not be empty",
    ],
    [
      "no legend",
      withGraph({ queries: [rate, query("up")] }),
      'query B: needs a legend that names the series, such as "{{instance}}"',
    ],
    [
      "a legend twice",
      withGraph({ queries: [query("a", "x"), query("b", "x")] }),
      'query B: legend "x" is taken by another query',
    ],
    [
      "metrics in a logs panel",
      withPanel(logs("lines", { ...said, queries: [query("up", "up")] })),
      'panel "lines": query A: a logs panel shows loki, got prometheus',
    ],
    [
      "logs in a node graph",
      withPanel(nodeGraph("map", { ...said, queries: [logQuery('{a="b"}')] })),
      "a nodeGraph panel shows tempo, jaeger, got loki",
    ],
    [
      "a service map in a gauge",
      withPanel(
        gauge("g", {
          ...said,
          unit: "short",
          min: 0,
          max: 1,
          queries: [serviceMap()],
        }),
      ),
      "a gauge panel shows prometheus, loki, sql, got tempo",
    ],
    [
      "traces in a heatmap",
      withPanel(heatmap("h", { ...said, unit: "s", queries: [traceql("{}")] })),
      "a heatmap panel shows prometheus, loki, sql, got tempo",
    ],
    [
      "repeating by an unknown variable",
      withGraph({ repeat: "job" }),
      'repeats by the variable "job", which the dashboard does not have; it has none',
    ],
    [
      "repeating by a variable of one value",
      {
        ...withGraph({ repeat: "job" }),
        variables: [queryVariable("job", "label_values(up, job)")],
      },
      "which has one value at a time",
    ],
    [
      "an unclosed variable in a title",
      withGraph({ title: "Requests of ${job" }),
      'title opens "${" without closing it: "Requests of ${job"',
    ],
    [
      "an unclosed variable in a query",
      withGraph({ queries: [query('rate(x{job="${job"}[5m])', "a")] }),
      'queries.0.expr opens "${"',
    ],
    [
      "an unclosed variable in a legend",
      withGraph({ queries: [query("x", "${job")] }),
      'queries.0.legend opens "${"',
    ],
    [
      "a variable opened in a variable",
      withGraph({ title: "${a${b}}" }),
      'title opens "${"',
    ],
    [
      "a variable without a name",
      withGraph({ title: "${}" }),
      'title opens "${"',
    ],
    [
      "an unclosed variable in a text",
      withPanel(text("note", { ...said, content: "see ${x" })),
      'panel "note": content opens "${"',
    ],
    [
      "a link without a title",
      withGraph({ links: [{ title: "", url: "/d/x" }] }),
      'a link needs a title and an address, got "" to "/d/x"',
    ],
    [
      "a value link without an address",
      withGraph({ dataLinks: [{ title: "Logs", url: "" }] }),
      'got "Logs" to ""',
    ],
    [
      "an empty title of an alert list",
      withPanel(alertlist("alerts", { ...said, title: "" })),
      'panel "alerts": title must not be empty',
    ],
    [
      "a width that is no number",
      withPanel(
        stat("s", { ...said, unit: "short", width: NaN, queries: [rate] }),
      ),
      "width must be a whole number of columns from 1 to 24, got NaN",
    ],
  ])("rejects %s", (_, props, message) => {
    expect(() => dashboard(props)).toThrow(message);
  });

  test("all problems of a dashboard are in one message that names dashboard and panels", () => {
    const bad = {
      ...good,
      refresh: "1s",
      rows: [row([graph("a", { title: "" }), graph("b", { width: 30 })])],
    };
    expect(() => dashboard(bad)).toThrow(
      [
        'dashboard "shop-overview" has 3 problems:',
        '  - refresh must be "off" or 5s and more, such as "30s" or "1m", got "1s"',
        '  - panel "a": title must not be empty; say what the panel shows',
        '  - panel "b": width must be a whole number of columns from 1 to 24, got 30',
      ].join("\n"),
    );
  });
});
