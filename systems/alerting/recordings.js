"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.recordingGroups = void 0;
const expressions_1 = require("../../dashboards/alerting/expressions");
/** Computed ahead, so that neither the alerts every 30 seconds nor the month scan what every instance exposes. */
exports.recordingGroups = [
  {
    name: "service_requests",
    interval: "30s",
    recordings: [
      {
        record: "service:http_requests:rate5m",
        expr: (0, expressions_1.serviceRequests)("5m"),
      },
      {
        record: "service:http_requests_errors:rate5m",
        expr: (0, expressions_1.serviceErrors)("5m"),
      },
      ...["5m", "30m", "1h", "6h"].map((window) => ({
        record: (0, expressions_1.errorRatioRecord)(window),
        expr: (0, expressions_1.serviceErrorRatio)(window),
      })),
    ],
  },
];
//# sourceMappingURL=recordings.js.map
