import type { MonitoredSystem } from "monitoring-as-code";
import { alerting } from "./alerting";
import { applications } from "./applications";
import { archonAgent } from "./archon-agent";
import { easyFlow } from "./easy-flow";
import { ecommerce } from "./ecommerce";
import { loggingAndTracing } from "./logging-and-tracing";
import { monito } from "./monito";
import { nodeInfrastructure } from "./node-infrastructure";
import { productStore } from "./product-store";
import { slo } from "./slo";

/** Every monitored system. */
export const systems: readonly MonitoredSystem[] = [
  alerting,
  applications,
  archonAgent,
  easyFlow,
  ecommerce,
  loggingAndTracing,
  monito,
  nodeInfrastructure,
  productStore,
  slo,
];
