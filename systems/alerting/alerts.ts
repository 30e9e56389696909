import type { AlertGroup } from "monitoring-as-code";
import { hostAlerts } from "./host-alerts";
import { applicationAlerts, burnAlerts, sloAlerts } from "./service-alerts";
import {
  alertmanagerAlerts,
  deadManAlerts,
  prometheusAlerts,
} from "./stack-alerts";

/** What the monitoring says of itself and its hosts, and of services that no other system answers for. */
export const alertGroups: readonly AlertGroup[] = [
  { name: "infrastructure", interval: "30s", alerts: hostAlerts },
  { name: "alertmanager", interval: "30s", alerts: alertmanagerAlerts },
  { name: "prometheus", interval: "30s", alerts: prometheusAlerts },
  { name: "deadman", interval: "30s", alerts: deadManAlerts },
  { name: "application", interval: "30s", alerts: applicationAlerts },
  {
    name: "multiwindow_multiburn_alerts",
    interval: "30s",
    alerts: burnAlerts,
  },
  // A month does not change in half a minute.
  { name: "slo_alerts", interval: "5m", alerts: sloAlerts },
];
