import type { ScrapeJob } from "monitoring-as-code";

export const jobs: readonly ScrapeJob[] = [
  { job: "archon-agent", targets: ["archon-agent:8000"], interval: "15s" },
  {
    // Every probe runs all checks, one of which sends a query to the language model that costs money, and may take ten
    // seconds; it also refreshes the sizes of the queues, so it must not be rarer.
    job: "archon-agent-health",
    targets: ["http://archon-agent:8000/health"],
    interval: "1m",
    probe: { module: "http_2xx", exporter: "blackbox-exporter:9115" },
  },
];
