"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.serviceVariable =
  exports.platformVariable =
  exports.upOrDown =
  exports.look =
    void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
/** What all dashboards of the system share; their SQL asks the analytics database. */
exports.look = {
  system: "easy-flow",
  dataSources: {
    sql: { uid: "easy-flow-analytics", name: "Easy Flow Analytics" },
  },
};
/** States of a probe or target. */
exports.upOrDown = {
  0: { text: "DOWN", color: "red" },
  1: { text: "UP", color: "green" },
};
/** Without `allValue`: SQL needs the list of values. */
exports.platformVariable = (0, dashboards_1.queryVariable)(
  "platform",
  'label_values(messages_total{job="easy-flow"}, platform)',
  { label: "Platform", multi: true, includeAll: true },
);
exports.serviceVariable = (0, dashboards_1.queryVariable)(
  "service",
  'label_values(response_time_seconds_count{job="easy-flow"}, service)',
  { label: "Service", multi: true, includeAll: true },
);
//# sourceMappingURL=look.js.map
