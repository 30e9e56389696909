import type { AnnotationQuery } from "@grafana/grafana-foundation-sdk/dashboard";
import { dataSourceRef } from "./data-sources";

type Target = NonNullable<AnnotationQuery["target"]>;

/** What is marked on every graph of a system's dashboards: its firing alerts and its deployments. */
export function annotationsOf(system: string): AnnotationQuery[] {
  return [
    {
      name: "Annotations & Alerts",
      builtIn: 1,
      type: "dashboard",
      datasource: grafana,
      enable: true,
      hide: true,
      iconColor: "rgba(0, 211, 255, 1)",
    },
    {
      name: "Firing alerts",
      datasource: dataSourceRef("prometheus"),
      enable: true,
      iconColor: "red",
      titleFormat: "{{alertname}}",
      textFormat: "{{severity}}, {{team}}",
      tagKeys: "severity,team",
      target: {
        refId: "Alerts",
        expr: 'max by (alertname, severity, team) (ALERTS{alertstate="firing"})',
        range: true,
        instant: false,
        interval: "1m",
      } as unknown as Target,
    },
    {
      name: "Deployments",
      datasource: grafana,
      enable: true,
      iconColor: "blue",
      target: {
        refId: "Deployments",
        type: "tags",
        tags: ["deployment", system],
        matchAny: false,
        limit: 100,
      } as unknown as Target,
    },
  ];
}

const grafana = { type: "grafana", uid: "-- Grafana --" };
