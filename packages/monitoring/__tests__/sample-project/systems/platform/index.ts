import type { MonitoredSystem } from "monitoring-as-code";
import { prometheusExporter } from "monitoring-as-code/exporters/prometheus";
import { targetsDashboard } from "../../dashboards/platform/targets";
import { platformNotifications } from "./notifications";

/** The monitoring of the monitoring. */
export const platform: MonitoredSystem = {
  id: "platform",
  title: "Platform",
  description: "The monitoring of the monitoring",
  observes: "all",
  jobs: [
    {
      job: "prometheus",
      targets: ["prometheus:9090"],
      labels: { service: "prometheus" },
    },
  ],
  metrics: [],
  exporters: [prometheusExporter],
  dashboards: [targetsDashboard],
  alertGroups: [
    {
      name: "self",
      alerts: [
        {
          alert: "DeadMansSwitch",
          expr: "vector(1)",
          severity: "info",
          team: "platform",
          summary: "Monitoring is alive",
          description: "Always fires: its absence is the message",
          noData: "Alerting",
        },
        {
          alert: "TargetsDown",
          expr: "avg(up)",
          condition: { is: "<", value: 0.5 },
          for: "5m",
          severity: "warning",
          team: "platform",
          summary: "Many targets do not answer",
          description:
            "{{ $value | humanizePercentage }} of all targets answer",
        },
      ],
    },
  ],
  recordingGroups: [],
  slos: [],
  notifications: platformNotifications,
};
