import type { Dashboard } from "monitoring-as-code";

/** A dashboard that Grafana takes, with one panel; `fields` replace those of its model, `undefined` removes one. */
export function classicDashboard(
  fields: Readonly<Record<string, unknown>> = {},
  uid = "shop-overview",
): Dashboard {
  const model = {
    uid,
    title: "Shop overview",
    schemaVersion: 42,
    refresh: "30s",
    tags: ["golden-signals"],
    panels: [panel(1, 0, 0)],
    ...fields,
  };
  return {
    uid,
    title: "Shop overview",
    // Dashboards also come from files, so rules are tried on models that the type would not allow.
    model: model as unknown as Dashboard["model"],
    panels: [],
  };
}

/** A panel half as wide as the dashboard and 8 units high. */
export function panel(
  id: number,
  x: number,
  y: number,
  fields: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id,
    type: "timeseries",
    title: `Panel ${id}`,
    datasource: { type: "prometheus", uid: "prometheus" },
    gridPos: { x, y, w: 12, h: 8 },
    targets: [
      {
        refId: "A",
        expr: "up",
        datasource: { type: "prometheus", uid: "prometheus" },
      },
    ],
    ...fields,
  };
}
