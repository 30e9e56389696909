"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.systems = void 0;
const alerting_1 = require("./alerting");
const applications_1 = require("./applications");
const archon_agent_1 = require("./archon-agent");
const easy_flow_1 = require("./easy-flow");
const ecommerce_1 = require("./ecommerce");
const logging_and_tracing_1 = require("./logging-and-tracing");
const monito_1 = require("./monito");
const node_infrastructure_1 = require("./node-infrastructure");
const product_store_1 = require("./product-store");
const slo_1 = require("./slo");
/** Every monitored system. */
exports.systems = [
  alerting_1.alerting,
  applications_1.applications,
  archon_agent_1.archonAgent,
  easy_flow_1.easyFlow,
  ecommerce_1.ecommerce,
  logging_and_tracing_1.loggingAndTracing,
  monito_1.monito,
  node_infrastructure_1.nodeInfrastructure,
  product_store_1.productStore,
  slo_1.slo,
];
//# sourceMappingURL=index.js.map
