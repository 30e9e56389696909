import type { Exporter } from "../model/metric";
import { gauge } from "./metric-entries";

/** blackbox_exporter: what is seen of an address from outside; `instance` is the address that was probed. */
export const blackboxExporter: Exporter = {
  id: "blackbox",
  title: "Blackbox exporter",
  metrics: [
    gauge("probe_success", "bool", "Whether the probe succeeded"),
    gauge("probe_duration_seconds", "seconds", "How long the probe took"),
    gauge(
      "probe_dns_lookup_time_seconds",
      "seconds",
      "Time to look up the address",
    ),
    gauge(
      "probe_http_duration_seconds",
      "seconds",
      "Duration of an HTTP probe by phase",
      ["phase"],
    ),
    gauge("probe_http_status_code", "1", "Status of the HTTP response"),
    gauge("probe_http_ssl", "bool", "Whether the last hop used TLS"),
    gauge(
      "probe_ssl_earliest_cert_expiry",
      "timestamp",
      "When the first certificate of the chain ends",
    ),
  ],
};
