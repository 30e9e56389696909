"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = void 0;
/** The hosts of the applications; those of the monitoring belong to the system that watches it. */
const hosts = ["app-01", "app-02", "app-03"];
/**
 * Exporters run in the host's own network, or they would see that of their container, so targets are hosts. They share
 * the label `host`: `instance` has a port and tells exporters apart. cAdvisor leaves port 8080 to the applications.
 */
exports.jobs = [
  ...hosts.flatMap((host) => [
    { job: "node-exporter", targets: [`${host}:9100`], labels: { host } },
    { job: "cadvisor", targets: [`${host}:8090`], labels: { host } },
    { job: "process-exporter", targets: [`${host}:9256`], labels: { host } },
  ]),
  { job: "custom-exporter", targets: ["custom-exporter:8000"] },
  { job: "pushgateway", targets: ["pushgateway:9091"], honorLabels: true },
];
//# sourceMappingURL=jobs.js.map
