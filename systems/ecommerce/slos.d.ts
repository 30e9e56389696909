import type { Slo } from "monitoring-as-code";
export declare const apiAvailability: Slo;
export declare const paymentAvailability: Slo;
export declare const inventoryAvailability: Slo;
export declare const slos: readonly Slo[];
