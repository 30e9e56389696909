import type { AlertGroup } from "monitoring-as-code";
/** What the monitoring says of itself and its hosts, and of services that no other system answers for. */
export declare const alertGroups: readonly AlertGroup[];
