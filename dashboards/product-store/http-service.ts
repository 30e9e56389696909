import type { Dashboard } from "monitoring-as-code";
import {
  dashboard,
  highIsBad,
  query,
  row,
  stat,
  thresholds,
  timeseries,
  type Panel,
  type Row,
} from "monitoring-as-code/dashboards";
import { serverErrorPercent, serviceP99, type ServiceJob } from "./expressions";
import { look } from "./look";

/** What tells the dashboard of one HTTP service from those of the others. */
export interface HttpServiceProps {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly job: ServiceJob;
  /** How much is asked of the service. @default - requests by method and endpoint */
  readonly rate?: Panel;
  /** How long its answers take. @default - the P99 of all its endpoints */
  readonly latency?: Panel;
  /** What the service does beside answering, the most important first. */
  readonly business: readonly Row[];
}

/** The dashboard of a service that answers HTTP: its state, its golden signals, then what it is there for. */
export function httpServiceDashboard({
  job,
  rate = requestRate(job, "Request Rate"),
  latency = p99Latency(job),
  business,
  ...frame
}: HttpServiceProps): Dashboard {
  return dashboard({
    ...look,
    ...frame,
    rows: [
      row(stateOf(job)),
      row("Requests", [rate, serverErrors(job), latency, responseSize(job)]),
      ...business,
    ],
  });
}

/** Requests per second by method and endpoint. */
export function requestRate(job: ServiceJob, title: string): Panel {
  return timeseries("request-rate", {
    title,
    description:
      "Requests per second by method and endpoint. Follows the day; a step down while the gateway's rate stays is a service that is not reached.",
    unit: "reqps",
    queries: [
      query(
        `sum by (method, endpoint) (rate(http_requests_total{job="${job}"}[$__rate_interval]))`,
        "{{method}} {{endpoint}}",
      ),
    ],
  });
}

function stateOf(job: ServiceJob): readonly Panel[] {
  return [
    stat("instances-up", {
      title: "Instances Up",
      description:
        "Instances that answered their last scrape. Good is the number that was deployed; at zero the service is gone.",
      unit: "short",
      thresholds: thresholds("red", [1, "green"]),
      queries: [query(`sum(up{job="${job}"})`, "Instances")],
    }),
    stat("requests-per-second", {
      title: "Requests per Second",
      description:
        "All requests of the last five minutes, those of probes and scrapes included.",
      unit: "reqps",
      queries: [query(`job:http_requests:rate5m{job="${job}"}`, "Requests")],
    }),
    stat("server-error-ratio", {
      title: "5xx Ratio, 5 Minutes",
      description:
        "Share of answers with a status of 500 and above. Good is zero; above 5 % somebody is paged.",
      unit: "percentunit",
      thresholds: highIsBad({ warning: 0.01, critical: 0.05 }),
      queries: [
        query(`job:http_requests_errors:ratio_rate5m{job="${job}"}`, "5xx"),
      ],
      noValue: "no errors",
    }),
    stat("requests-in-progress", {
      title: "Requests in Progress",
      description:
        "Requests being worked on. Good follows the request rate; a rise at a steady rate means that something below is slow.",
      unit: "short",
      queries: [
        query(`sum(http_requests_concurrent{job="${job}"})`, "In progress"),
      ],
    }),
  ];
}

function serverErrors(job: ServiceJob): Panel {
  return timeseries("error-ratio", {
    title: "5xx Error Ratio",
    description:
      "Answers with a status of 500 and above, in percent of all. Good is zero; above 5 % for five minutes HighErrorRate fires. No line: no error yet.",
    unit: "percent",
    min: 0,
    thresholds: highIsBad({ critical: 5 }),
    queries: [
      query(serverErrorPercent("$__rate_interval", job), "{{job}} 5xx"),
    ],
  });
}

function p99Latency(job: ServiceJob): Panel {
  return timeseries("p99-latency", {
    title: "P99 Latency",
    description:
      "99 % of the answers to customers were faster. Good is below half a second; above it for two minutes the service's latency alert fires.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ critical: 0.5 }),
    queries: [query(serviceP99(job, "$__rate_interval"), "P99")],
  });
}

function responseSize(job: ServiceJob): Panel {
  const mean = (direction: "request" | "response") =>
    `sum(rate(http_${direction}_size_bytes_sum{job="${job}"}[$__rate_interval])) / sum(rate(http_${direction}_size_bytes_count{job="${job}"}[$__rate_interval]))`;
  return timeseries("body-size", {
    title: "Average Body Size",
    description:
      "Bytes per request and per response. Steady is good; growing responses explain growing latency.",
    unit: "bytes",
    min: 0,
    queries: [
      query(mean("request"), "Requests"),
      query(mean("response"), "Responses"),
    ],
  });
}
