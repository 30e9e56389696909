"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = void 0;
/** Two samples a minute are the least for an alert after one minute; there are four. */
const interval = "15s";
const partner = (integration, address) => ({
  job: "easy-flow-integrations",
  targets: [address],
  interval,
  labels: { integration },
  probe: { module: "http_2xx", exporter: "blackbox-exporter:9115" },
});
/**
 * The services' metrics bring a label `service`, so targets must not have one: Prometheus would rename theirs.
 * Both health addresses answer 200 even when they say "unhealthy", so their probe module reads the body and fails when
 * it matches `unhealthy`; the word "healthy" alone is no proof, "unhealthy" holds it too.
 */
exports.jobs = [
  {
    job: "easy-flow",
    targets: [
      "easy-flow-api:8000",
      "conversation-service:8000",
      "ai-service:8000",
    ],
    interval,
  },
  {
    job: "easy-flow-health",
    targets: [
      "http://easy-flow-api:8000/health",
      "http://easy-flow-api:8000/health/db",
    ],
    interval,
    probe: { module: "http_healthy_body", exporter: "blackbox-exporter:9115" },
  },
  { job: "easy-flow-node", targets: ["easy-flow-host:9100"], interval },
  partner("telegram", "https://api.telegram.org"),
  partner("language-model", "https://language-model.example.com/health"),
];
//# sourceMappingURL=jobs.js.map
