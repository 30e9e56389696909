import {
  type Duration,
  type RecordingGroup,
  type RecordingRule,
} from "monitoring-as-code";

/** What the API gateway promises, as a ratio. */
export const gatewayObjective = 0.999;

/** The share of the gateway's requests in `window` that were not answered with a server error. */
function gatewayAvailability(window: Duration): RecordingRule {
  return {
    record: `slo:api_gateway:availability:ratio_rate${window}`,
    expr: `sum(rate(http_requests_total{service="api-gateway",status!~"5.."}[${window}])) / sum(rate(http_requests_total{service="api-gateway"}[${window}]))`,
    lookback: window,
  };
}

/** Ratios that dashboards and reports read; burn alerts have recordings of their own, which come with the SLOs. */
export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "slo_recording_rules",
    interval: "30s",
    recordings: [
      gatewayAvailability("5m"),
      gatewayAvailability("30m"),
      gatewayAvailability("1h"),
      gatewayAvailability("6h"),
      {
        record: "slo:payment:availability:ratio",
        expr: `sum(rate(payments_processed_total{status="success"}[5m])) / sum(rate(payments_processed_total[5m]))`,
      },
    ],
  },
  {
    // Thirty days cost much to read and move slowly: not every 30 seconds.
    name: "slo_period_recording_rules",
    interval: "2m",
    recordings: [
      gatewayAvailability("30d"),
      {
        record: "slo:api_gateway:error_budget_remaining:ratio",
        expr: `1 - (1 - slo:api_gateway:availability:ratio_rate30d) / (1 - ${gatewayObjective})`,
        lookback: "30d",
      },
    ],
  },
];
