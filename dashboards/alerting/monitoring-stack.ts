import { dashboard, row } from "monitoring-as-code/dashboards";
import {
  cpuUsage,
  diskActivity,
  diskUsage,
  memoryUsage,
} from "../node-infrastructure/host-panels";
import {
  grafanaLatency,
  grafanaRequests,
  notificationFailures,
  notificationLatency,
  notifications,
  silences,
} from "./delivery-panels";
import { own } from "./expressions";
import {
  certificates,
  configReload,
  instances,
  notificationQueue,
  ruleFailures,
  samples,
  seriesAndSamples,
  silentTargets,
  targetsDown,
} from "./stack-panels";

/** Whether the monitoring itself works: scraping, evaluating, notifying, showing, and the hosts below. */
export const monitoringStackDashboard = dashboard({
  uid: "monitoring-stack",
  title: "Monitoring Stack",
  description:
    "Whether Prometheus scrapes and evaluates, Alertmanager and Grafana notify, and their hosts have room left.",
  system: "alerting",
  tags: ["monitoring"],
  refresh: "30s",
  rows: [
    row([instances(), targetsDown(), configReload()]),
    row("Targets and rules", [silentTargets(), ruleFailures()]),
    row("Prometheus", [
      seriesAndSamples(),
      samples(),
      notificationQueue(),
      silences(),
    ]),
    row("Notifications", [
      notifications(),
      notificationFailures(),
      notificationLatency(),
    ]),
    row("Grafana", [grafanaRequests(), grafanaLatency()]),
    row("Hosts", [
      cpuUsage(own),
      memoryUsage(own),
      diskUsage(own),
      diskActivity(own),
    ]),
    row("Certificates", [certificates()]),
  ],
});
