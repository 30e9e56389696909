"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
const business_metrics_1 = require("./business-metrics");
const http_metrics_1 = require("./http-metrics");
const load_test_metrics_1 = require("./load-test-metrics");
/** Everything that the services of the shop and its load test expose. */
exports.metrics = [
  ...http_metrics_1.httpMetrics,
  ...business_metrics_1.businessMetrics,
  ...load_test_metrics_1.loadTestMetrics,
];
//# sourceMappingURL=metrics.js.map
