"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.expectedJobs = exports.jobs = void 0;
/** The hosts of the monitoring; those of the applications belong to the node infrastructure. */
const hosts = ["monitoring-01", "monitoring-02"];
/** What people open in a browser, and whose certificate must not end. */
const addresses = ["https://grafana.example.com"];
/** Every part of the monitoring is scraped once, here, whatever it is used for. */
exports.jobs = [
  { job: "prometheus", targets: ["localhost:9090"] },
  { job: "alertmanager", targets: ["alertmanager:9093"] },
  { job: "grafana", targets: ["grafana:3000"] },
  // The label `host` is what a host's exporters share; `instance` has a port.
  ...hosts.map((host) => ({
    job: "node-exporter",
    targets: [`${host}:9100`],
    labels: { host },
  })),
  {
    job: "certificates",
    targets: addresses,
    interval: "60s",
    probe: { module: "http_2xx", exporter: "blackbox-exporter:9115" },
  },
];
/** The jobs without which the monitoring is blind or mute, each once. */
exports.expectedJobs = [...new Set(exports.jobs.map(({ job }) => job))];
//# sourceMappingURL=jobs.js.map
