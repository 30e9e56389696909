import { type Panel } from "monitoring-as-code/dashboards";
/** Notifications that left, by whoever sends. */
export declare function notifications(): Panel;
/** Notifications that nobody got. */
export declare function notificationFailures(): Panel;
/** How long a notification takes. */
export declare function notificationLatency(): Panel;
/** What is kept from people, on purpose. */
export declare function silences(): Panel;
/** Whether Grafana answers, and how it asks others. */
export declare function grafanaRequests(): Panel;
/** How long Grafana takes to answer. */
export declare function grafanaLatency(): Panel;
