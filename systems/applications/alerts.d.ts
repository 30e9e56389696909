import type { AlertGroup } from "monitoring-as-code";
export declare const alertGroups: readonly AlertGroup[];
