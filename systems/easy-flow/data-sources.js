"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.analytics = void 0;
const monitoring_as_code_1 = require("monitoring-as-code");
/** Where the table `conversation_metrics` is read: one row is one dialogue. Its user may only SELECT from that table. */
exports.analytics = {
  kind: "postgres",
  uid: "easy-flow-analytics",
  name: "Easy Flow Analytics",
  database: "easy_flow",
  user: "easy_flow_grafana",
  password: (0, monitoring_as_code_1.secret)(
    "easy_flow_analytics_password",
    "Password of the read-only user of Easy Flow's analytics database",
  ),
  sslMode: "require",
  maxOpenConnections: 5,
};
//# sourceMappingURL=data-sources.js.map
