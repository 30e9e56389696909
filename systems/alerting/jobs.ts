import type { ScrapeJob } from "monitoring-as-code";

/** The hosts of the monitoring; those of the applications belong to the node infrastructure. */
const hosts = ["monitoring-01", "monitoring-02"];

/** What people open in a browser, and whose certificate must not end. */
const addresses = ["https://grafana.example.com"];

/** Every part of the monitoring is scraped once, here, whatever it is used for. */
export const jobs: readonly ScrapeJob[] = [
  { job: "prometheus", targets: ["localhost:9090"] },
  { job: "alertmanager", targets: ["alertmanager:9093"] },
  { job: "grafana", targets: ["grafana:3000"] },
  // The label `host` is what a host's exporters share; `instance` has a port.
  ...hosts.map((host): ScrapeJob => ({
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
export const expectedJobs: readonly string[] = [
  ...new Set(jobs.map(({ job }) => job)),
];
