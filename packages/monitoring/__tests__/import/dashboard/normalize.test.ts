import type { Fields } from "../../../src/internal/json-tree";
import { normalizedDashboard } from "../../../src/import/dashboard/normalize";
import { rules } from "../../../src/import/dashboard/rules";
import { fixture, fixtureNames } from "./fixture-dashboards";

/** The normalized form of a dashboard that has only what is given. */
const normal = (fields: Record<string, unknown>) =>
  normalizedDashboard({ title: "T", panels: [], ...fields });

/** The only panel of a dashboard, normalized, without its number and place. */
function panelOf(panel: Record<string, unknown>): Fields {
  const { model } = normal({ panels: [panel] });
  const [first] = model.panels as Fields[];
  const { id: _id, gridPos: _gridPos, ...rest } = first ?? {};
  return rest;
}

/** The rules that had something to do, with the places. */
const notesOf = (fields: Record<string, unknown>): readonly string[] =>
  normal(fields).notes.map(({ path, rule }) => `${rule}: ${path}`);

describe("the normalized form", () => {
  test.each(fixtureNames)("of %s is its own normalized form", (name) => {
    const { model } = normalizedDashboard(fixture(name));
    const again = normalizedDashboard(model);
    expect(again.model).toEqual(model);
    // Only a panel that is elsewhere stays to be said.
    expect(
      again.unexpressed.filter(({ path }) => !path.endsWith("libraryPanel")),
    ).toEqual([]);
  });

  test("does not change the original", () => {
    const original = fixture("rows-of-graphs");
    normalizedDashboard(original);
    expect(original).toEqual(fixture("rows-of-graphs"));
  });

  test("is the same in whatever order fields stand", () => {
    const original = fixture("alerts-in-panels");
    const reversed = reversedFields(original);
    expect(normalizedDashboard(reversed).model).toEqual(
      normalizedDashboard(original).model,
    );
  });

  test("notes rules by name that are written down, and every rule has something to do", () => {
    const used = new Set(
      fixtureNames.flatMap((name) =>
        normalizedDashboard(fixture(name)).notes.map(({ rule }) => rule),
      ),
    );
    // Said of the whole, not of a place.
    const ofAll = ["overrideOrder", "uid"];
    expect(
      Object.keys(rules).filter(
        (rule) =>
          !(used as ReadonlySet<string>).has(rule) && !ofAll.includes(rule),
      ),
    ).toEqual([]);
  });
});

describe("what is wrapped around", () => {
  test("is left away, and paths lead into it", () => {
    const { model, notes } = normalizedDashboard({
      dashboard: { title: "T", panels: [], id: 4 },
      meta: { slug: "t" },
      overwrite: true,
    });
    expect(model).toEqual({ title: "T", panels: [], schemaVersion: 42 });
    expect(notes).toEqual([
      { path: "meta", rule: "envelope" },
      { path: "overwrite", rule: "envelope" },
      { path: "dashboard.id", rule: "serverField" },
    ]);
  });
});

describe("inputs of an export", () => {
  const input = (name: string, pluginId: string) => ({
    name,
    type: "datasource",
    pluginId,
    label: `Label of ${name}`,
  });

  test("become the project's variable for their kind, the second one a variable of its name", () => {
    const { model } = normal({
      __inputs: [
        input("DS_A", "prometheus"),
        input("DS_B", "prometheus"),
        input("DS_C", "influxdb"),
      ],
      panels: ["A", "B", "C"].map((name) => ({
        type: "stat",
        datasource: `\${DS_${name}}`,
        targets: [{ expr: "up" }],
      })),
    });
    expect(
      (model.panels as Fields[]).map(({ datasource }) => datasource),
    ).toEqual([
      { type: "prometheus", uid: "${datasource}" },
      { type: "prometheus", uid: "${DS_B}" },
      { type: "influxdb", uid: "${DS_C}" },
    ]);
    expect(
      ((model.templating as Fields).list as Fields[]).map(({ name, query }) => [
        name,
        query,
      ]),
    ).toEqual([
      ["datasource", "prometheus"],
      ["DS_B", "prometheus"],
      ["DS_C", "influxdb"],
    ]);
  });

  test("that are constants are their value", () => {
    const { model } = normal({
      __inputs: [{ name: "VAR_JOB", type: "constant", value: "api" }],
      description: "of ${VAR_JOB}, not of ${OTHER}",
    });
    expect(model.description).toBe("of api, not of ${OTHER}");
  });
});

describe("rows of before the grid", () => {
  const places = (rows: unknown[]): unknown =>
    (normal({ panels: undefined, rows }).model.panels as Fields[]).map(
      ({ title, gridPos, panels }) => [
        title,
        gridPos,
        panels === undefined ? 0 : (panels as unknown[]).length,
      ],
    );
  const panel = (title: string, span: number) => ({
    type: "text",
    title,
    span,
  });

  test("put their panels beside each other, and wrap", () => {
    expect(
      places([
        {
          height: "100px",
          panels: [panel("a", 4), panel("b", 8), panel("c", 12)],
        },
        { height: 380, panels: [panel("d", 6)] },
      ]),
    ).toEqual([
      ["a", { x: 0, y: 0, w: 8, h: 3 }, 0],
      ["b", { x: 8, y: 0, w: 16, h: 3 }, 0],
      ["c", { x: 0, y: 3, w: 24, h: 3 }, 0],
      ["d", { x: 0, y: 6, w: 12, h: 10 }, 0],
    ]);
  });

  test("get headings when one of them has one, and keep their panels when folded", () => {
    expect(
      places([
        { title: "Open", showTitle: true, panels: [panel("a", 12)] },
        { title: "Folded", collapse: true, panels: [panel("b", 12)] },
      ]),
    ).toEqual([
      ["Open", { x: 0, y: 0, w: 24, h: 1 }, 0],
      ["a", { x: 0, y: 1, w: 24, h: 7 }, 0],
      ["Folded", { x: 0, y: 8, w: 24, h: 1 }, 1],
    ]);
  });
});

describe("a graph", () => {
  test("is a time series panel that looks the same", () => {
    expect(
      panelOf({
        type: "graph",
        title: "G",
        linewidth: 2,
        fill: 0,
        nullPointMode: "connected",
        legend: {
          show: true,
          values: true,
          max: true,
          alignAsTable: true,
          rightSide: true,
        },
        tooltip: { shared: true, sort: 2 },
        yaxes: [
          { format: "s", label: "time", logBase: 10, min: "0", max: null },
          {},
        ],
      }),
    ).toEqual({
      type: "timeseries",
      title: "G",
      options: {
        legend: { displayMode: "table", placement: "right", calcs: ["max"] },
        tooltip: { mode: "multi", sort: "desc" },
      },
      fieldConfig: {
        defaults: {
          unit: "s",
          min: 0,
          custom: {
            axisLabel: "time",
            lineWidth: 2,
            scaleDistribution: { type: "log", log: 10 },
            showPoints: "never",
            spanNulls: true,
          },
        },
      },
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "bars",
      { bars: true, lines: false },
      { drawStyle: "bars", fillOpacity: 100 },
    ],
    [
      "points",
      { points: true, lines: false, pointradius: 3 },
      { drawStyle: "points", pointSize: 8, lineWidth: 0 },
    ],
    [
      "steps",
      { steppedLine: true },
      { lineInterpolation: "stepAfter", fillOpacity: 10 },
    ],
    [
      "dashes",
      { dashes: true, dashLength: 4, spaceLength: 6 },
      { lineStyle: { fill: "dash", dash: [4, 6] } },
    ],
    ["a stack", { stack: true }, { stacking: { mode: "normal" } }],
    [
      "a stack of 100 %",
      { stack: true, percentage: true },
      { stacking: { mode: "percent" } },
    ],
    [
      "a gradient",
      { fillGradient: 4 },
      { gradientMode: "opacity", fillOpacity: 40 },
    ],
    [
      "bars and a gradient",
      { bars: true, lines: false, fill: 1, fillGradient: 1 },
      { gradientMode: "opacity", fillOpacity: 100 },
    ],
    ["no axis", { yaxes: [{ show: false }, {}] }, { axisPlacement: "hidden" }],
  ])("with %s keeps them", (_, fields, custom) => {
    expect(panelOf({ type: "graph", ...fields })).toMatchObject({
      type: "timeseries",
      fieldConfig: { defaults: { custom } },
    });
  });

  test.each<[string, unknown[], unknown[]]>([
    [
      "above",
      [{ op: "gt", value: 5, colorMode: "critical" }],
      [
        [null, "transparent"],
        [5, "red"],
      ],
    ],
    [
      "below",
      [{ op: "lt", value: 5, colorMode: "warning" }],
      [
        [null, "orange"],
        [5, "transparent"],
      ],
    ],
    [
      "between",
      [
        { op: "lt", value: 1, colorMode: "ok" },
        { op: "gt", value: 9, colorMode: "custom", lineColor: "#abcdef" },
      ],
      [
        [null, "green"],
        [1, "transparent"],
        [9, "#abcdef"],
      ],
    ],
  ])("with a threshold has the colour %s it", (_, thresholds, steps) => {
    const { fieldConfig } = panelOf({ type: "graph", thresholds });
    const { defaults } = fieldConfig as {
      defaults: {
        thresholds: { steps: { value: number | null; color: string }[] };
      };
    };
    expect(
      defaults.thresholds.steps.map(({ value, color }) => [value, color]),
    ).toEqual(steps);
  });

  test("of series is a bar chart, of a histogram a histogram", () => {
    expect(
      panelOf({ type: "graph", xaxis: { mode: "series", values: ["max"] } }),
    ).toMatchObject({
      type: "barchart",
      transformations: [{ id: "reduce", options: { reducers: ["max"] } }],
    });
    expect(
      panelOf({ type: "graph", xaxis: { mode: "histogram", buckets: 7 } }),
    ).toMatchObject({
      type: "histogram",
      options: { bucketCount: 7 },
    });
  });

  test("whose series stand at the right takes the right axis along", () => {
    const { fieldConfig } = panelOf({
      type: "graph",
      seriesOverrides: [{ alias: "errors", yaxis: 2 }],
      yaxes: [{ format: "ops" }, { format: "percent", max: "100" }],
    });
    expect((fieldConfig as Fields).overrides).toEqual([
      {
        matcher: { id: "byName", options: "errors" },
        properties: [
          { id: "unit", value: "percent" },
          { id: "max", value: 100 },
          { id: "custom.axisPlacement", value: "right" },
        ],
      },
    ]);
  });
});

describe("a singlestat", () => {
  test.each<[string, string]>([
    ["avg", "mean"],
    ["current", "lastNotNull"],
    ["total", "sum"],
    ["first", "firstNotNull"],
    ["delta", "delta"],
  ])("that shows %s shows %s", (valueName, calculation) => {
    const { options } = panelOf({ type: "singlestat", valueName });
    const { reduceOptions } = options as {
      reduceOptions?: { calcs?: string[] };
    };
    expect(reduceOptions?.calcs ?? ["lastNotNull"]).toEqual([calculation]);
  });

  test("without colours is of the text's colour, without sparkline it has none", () => {
    expect(
      panelOf({
        type: "singlestat",
        valueName: "current",
        thresholds: "1,2",
        colors: ["a", "b", "c"],
      }),
    ).toEqual({
      type: "stat",
      options: { graphMode: "none" },
      fieldConfig: {
        defaults: { color: { mode: "fixed", fixedColor: "text" } },
      },
    });
  });
});

describe("an old table", () => {
  test("has overrides for its styles, the first of which counted", () => {
    const { fieldConfig } = panelOf({
      type: "table",
      styles: [
        { pattern: "Load", type: "number", unit: "percent" },
        { pattern: "/.*/", type: "number", unit: "short" },
      ],
    });
    expect(fieldConfig).toEqual({
      defaults: { unit: "short" },
      overrides: [
        {
          matcher: { id: "byName", options: "Load" },
          properties: [{ id: "unit", value: "percent" }],
        },
      ],
    });
  });

  test("of a dashboard that is younger than old tables is the present one, whatever is left of the old one", () => {
    const present = {
      type: "table",
      options: { frameIndex: 1 },
      fieldConfig: { defaults: { custom: { filterable: true } } },
    };
    const { model, unexpressed } = normal({
      schemaVersion: 39,
      panels: [
        {
          ...present,
          columns: [],
          styles: [{ alias: "Offset", pattern: "Value", unit: "none" }],
          transform: "timeseries_to_rows",
          sort: { col: 3, desc: true },
          showHeader: true,
        },
      ],
    });
    expect((model.panels as Fields[])[0]).toMatchObject(present);
    expect((model.panels as Fields[])[0]).not.toHaveProperty("transformations");
    expect(unexpressed).toEqual([]);
  });

  test("without styles is the present one", () => {
    const present = { type: "table", options: { frameIndex: 1 } };
    expect(panelOf(present)).toEqual(present);
  });
});

describe("datasources", () => {
  const referenceOf = (
    datasource: unknown,
    target: Record<string, unknown>,
    fields = {},
  ): unknown => {
    const { model } = normal({
      panels: [{ type: "stat", datasource, targets: [target] }],
      ...fields,
    });
    const [panel] = model.panels as Fields[];
    const [query] = panel?.targets as Fields[];
    return [panel?.datasource, query?.datasource];
  };
  const both = (reference: unknown) => [reference, reference];

  test.each<[string, unknown, Record<string, unknown>, unknown]>([
    [
      "a name that says its kind",
      "Prometheus (EU)",
      {},
      { type: "prometheus", uid: "Prometheus (EU)" },
    ],
    [
      "a name, by its PromQL",
      "main",
      { expr: "up" },
      { type: "prometheus", uid: "main" },
    ],
    [
      "a name, by its LogQL",
      "main",
      { expr: '{a="b"} |= `x`' },
      { type: "loki", uid: "main" },
    ],
    ["a name that says nothing", "main", { q: 1 }, { uid: "main" }],
    [
      "the default one of PromQL",
      null,
      { expr: "up" },
      { type: "prometheus", uid: "${datasource}" },
    ],
    [
      "the default one of LogQL",
      "default",
      { expr: '{a="b"}' },
      { type: "loki", uid: "${logs}" },
    ],
    [
      "Grafana itself",
      "-- Grafana --",
      {},
      { type: "grafana", uid: "-- Grafana --" },
    ],
    [
      "a reference without a type",
      { uid: "loki-eu" },
      {},
      { type: "loki", uid: "loki-eu" },
    ],
    ["a reference", { type: "x", uid: "y" }, {}, { type: "x", uid: "y" }],
  ])("%s is named by type and uid", (_, datasource, target, reference) => {
    expect(referenceOf(datasource, target)).toEqual(both(reference));
  });

  test("of headings and of variables that ask nobody are left away, one of a type alone is the project's variable", () => {
    const { model } = normal({
      schemaVersion: 38,
      templating: {
        list: [
          { name: "datasource", type: "datasource", query: "prometheus" },
          { name: "side", type: "custom", query: "a,b", datasource: "Metrics" },
        ],
      },
      panels: [
        { id: 1, type: "row", title: "Status", datasource: "${datasource}" },
        {
          id: 2,
          type: "timeseries",
          datasource: { type: "prometheus" },
          targets: [{ refId: "A", expr: "up" }],
        },
      ],
    });
    const [heading, panel] = model.panels as Fields[];
    const [, side] = (model.templating as Fields).list as Fields[];
    expect(heading).not.toHaveProperty("datasource");
    expect(side).not.toHaveProperty("datasource");
    expect(panel?.datasource).toEqual({
      type: "prometheus",
      uid: "${datasource}",
    });
  });

  test("a variable is of its plugin", () => {
    const templating = {
      list: [{ name: "ds", type: "datasource", query: "influxdb" }],
    };
    expect(referenceOf("$ds", {}, { templating })).toEqual(
      both({ type: "influxdb", uid: "${ds}" }),
    );
  });

  test("the default one stays nameless beside a variable of another kind that has the project's name", () => {
    const templating = {
      list: [{ name: "datasource", type: "datasource", query: "influxdb" }],
    };
    expect(referenceOf(null, { expr: "up" }, { templating })).toEqual(
      both(undefined),
    );
  });

  test("queries of a mixed panel keep their own", () => {
    const { model } = normal({
      panels: [
        {
          type: "stat",
          datasource: "-- Mixed --",
          targets: [{ datasource: "Loki", expr: "x" }, { expr: "up" }],
        },
      ],
    });
    expect(model.panels).toMatchObject([
      {
        datasource: { type: "datasource", uid: "-- Mixed --" },
        targets: [
          { datasource: { uid: "Loki" } },
          { datasource: { uid: "${datasource}" } },
        ],
      },
    ]);
  });
});

describe("panels", () => {
  const ids = (given: unknown[]): unknown[] =>
    (
      normal({
        panels: given.map((id, y) => ({
          type: "text",
          title: `t${y}`,
          id,
          gridPos: { x: 0, y, w: 24, h: 1 },
        })),
      }).model.panels as Fields[]
    ).map(({ id }) => id);

  test("keep their numbers; those without one get it from the title", () => {
    const [first, second, third, fourth] = ids([7, 7, 0, "x"]);
    expect(first).toBe(7);
    expect(new Set([second, third, fourth]).size).toBe(3);
    for (const id of [second, third, fourth])
      expect(Number(id)).toBeGreaterThan(7);
    expect(ids([null, 7])[0]).toBe(ids([null])[0]);
  });

  test("move up to those above, as Grafana draws them, and are listed by place", () => {
    const panel = (title: string, x: number, y: number, w: number) => ({
      type: "text",
      title,
      id: x + y + 1,
      gridPos: { x, y, w, h: 4 },
    });
    const { model } = normal({
      panels: [
        panel("c", 12, 50, 12),
        panel("a", 0, 3, 12),
        panel("b", 12, 9, 12),
      ],
    });
    expect(
      (model.panels as Fields[]).map(({ title, gridPos }) => [title, gridPos]),
    ).toEqual([
      ["a", { x: 0, y: 0, w: 12, h: 4 }],
      ["b", { x: 12, y: 0, w: 12, h: 4 }],
      ["c", { x: 12, y: 4, w: 12, h: 4 }],
    ]);
  });

  test("lose what Grafana assumes anyhow, and nothing else", () => {
    expect(
      panelOf({
        type: "timeseries",
        transparent: false,
        options: {
          legend: { showLegend: true, calcs: ["max"] },
          tooltip: { mode: "single", sort: "none" },
        },
        fieldConfig: {
          defaults: {
            custom: { lineWidth: 1, fillOpacity: 5, mine: null },
            unit: "none",
          },
          overrides: [],
        },
      }),
    ).toEqual({
      type: "timeseries",
      options: { legend: { calcs: ["max"] } },
      fieldConfig: { defaults: { custom: { fillOpacity: 5 } } },
    });
  });
});

test("Grafana's built-in annotation comes by itself, whatever else is said of it that says nothing", () => {
  const { model } = normal({
    schemaVersion: 22,
    annotations: {
      list: [
        {
          builtIn: 1,
          datasource: "-- Grafana --",
          enable: true,
          hide: true,
          iconColor: "rgba(0, 211, 255, 1)",
          name: "Annotations & Alerts",
          showIn: 0,
          tags: [],
          type: "dashboard",
        },
      ],
    },
  });
  expect(model).not.toHaveProperty("annotations");
});

describe("variables", () => {
  const variable = (fields: Record<string, unknown>): unknown => {
    const { model } = normal({
      templating: { list: [{ name: "v", ...fields }] },
    });
    return (model.templating as Fields).list;
  };

  test("of a query say it as text, and not what was found", () => {
    expect(
      variable({
        type: "query",
        datasource: { type: "prometheus", uid: "p" },
        query: { query: "label_values(up, job)", refId: "X", qryType: 1 },
        definition: "label_values(up, job)",
        options: [{ text: "a", value: "a", selected: true }],
        current: { text: "a", value: "a", selected: true },
        refresh: true,
        hide: 0,
      }),
    ).toEqual([
      {
        name: "v",
        type: "query",
        datasource: { type: "prometheus", uid: "p" },
        query: "label_values(up, job)",
        current: { text: "a", value: "a" },
        refresh: 1,
      },
    ]);
  });

  test("keep a query that says more", () => {
    const query = { query: "{a=1}", label: "job", type: 1 };
    expect(variable({ type: "query", query })).toEqual([
      { name: "v", type: "query", query },
    ]);
  });

  test("begin with all where all can be chosen", () => {
    const custom = { type: "custom", query: "a,b", includeAll: true };
    const begun = [{ name: "v", ...custom }];
    expect(
      variable({ ...custom, current: { text: "All", value: "$__all" } }),
    ).toEqual(begun);
    expect(
      variable({ ...custom, current: { text: ["All"], value: ["$__all"] } }),
    ).toEqual(begun);
    expect(
      variable({ ...custom, current: { text: "a", value: "a" } }),
    ).not.toEqual(begun);
  });
});

test("notes say where which rule had something to do", () => {
  expect(
    notesOf({
      id: 1,
      style: "dark",
      panels: [
        {
          type: "stat",
          id: 1,
          pluginVersion: "9",
          gridPos: { x: 0, y: 0, w: 12, h: 8 },
        },
      ],
    }),
  ).toEqual([
    "serverField: id",
    "removedSetting: style",
    "serverField: panels[0].pluginVersion",
  ]);
});

function reversedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedFields);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversedFields(inner)]),
  );
}
