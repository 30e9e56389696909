import { needsOf } from "../../src/backup/dashboard-needs";
import type { DashboardModel } from "../../src/backup/objects";

const needs = (content: DashboardModel) =>
  needsOf({ uid: "x", title: "X", content });

test("a dashboard needs the datasources that it names, each once, and no built-in one", () => {
  const model = {
    annotations: { list: [{ datasource: { uid: "-- Grafana --" } }] },
    panels: [
      {
        datasource: { uid: "prometheus" },
        targets: [{ datasource: { uid: "prometheus" } }],
      },
      { datasource: { uid: "${datasource}" } },
      {
        datasource: { uid: "-- Mixed --" },
        targets: [
          { datasource: { uid: "loki" } },
          { datasource: { uid: "__expr__" } },
        ],
      },
      { datasource: "by name" },
      { datasource: null },
    ],
  };
  expect(needs({ schema: "classic", model })).toEqual({
    dataSources: ["prometheus", "loki"],
    libraryPanels: [],
  });
});

test("a dashboard of the app platform names them otherwise", () => {
  const query = {
    kind: "DataQuery",
    group: "loki",
    datasource: { name: "loki" },
  };
  const spec = { elements: { a: { spec: { data: { query } } } } };
  expect(
    needs({ schema: "app", apiVersion: "dashboard.grafana.app/v2", spec })
      .dataSources,
  ).toEqual(["loki"]);
});

test("a dashboard needs its library panels", () => {
  const model = {
    panels: [
      { libraryPanel: { uid: "clock", name: "Clock" } },
      { libraryPanel: { uid: "clock" } },
    ],
  };
  expect(needs({ schema: "classic", model }).libraryPanels).toEqual(["clock"]);
});
