import {
  bargauge,
  highIsBad,
  lowIsBad,
  organize,
  query,
  stat,
  stateTimeline,
  table,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { certificateDays, failedEvaluations, own } from "./expressions";

/** How many targets are silent, in all systems. */
export function targetsDown(): Panel {
  return stat("targets-down", {
    title: "Targets Down",
    description:
      "Targets of all systems that do not answer. Good is zero; what is silent cannot raise an alert of its own.",
    unit: "short",
    thresholds: highIsBad({ warning: 1 }),
    queries: [query("count(up == 0) or vector(0)", "Targets")],
  });
}

/** Whether Prometheus runs what was deployed last. */
export function configReload(): Panel {
  return stat("config-reload", {
    title: "Configuration",
    description:
      "Whether Prometheus could load its configuration the last time. Good is Loaded; otherwise it goes on with the old one until it restarts, and then not at all.",
    unit: "short",
    thresholds: thresholds("red", [1, "green"]),
    mappings: { 0: "Refused", 1: "Loaded" },
    queries: [
      query(`prometheus_config_last_reload_successful{${own}}`, "{{instance}}"),
    ],
  });
}

/** Rules that cannot be evaluated are alerts that cannot fire. */
export function ruleFailures(): Panel {
  return timeseries("rule-failures", {
    title: "Failed Rule Evaluations",
    description:
      "Evaluations of rules per second that failed. Good is zero; above it for five minutes RuleEvaluationsFailing fires.",
    unit: "ops",
    min: 0,
    thresholds: highIsBad({ critical: 0.001 }),
    queries: [
      query(failedEvaluations("$__rate_interval"), "{{job}} {{instance}}"),
    ],
  });
}

/** Alerts on their way from Prometheus to Alertmanager. */
export function notificationQueue(): Panel {
  return timeseries("notification-queue", {
    title: "Alerts Waiting to Be Sent",
    description:
      "Alerts that Prometheus holds for Alertmanager, and those that it dropped. Good is zero of both; above 1000 for ten minutes QueueBacklog fires.",
    unit: "short",
    min: 0,
    queries: [
      query(
        `prometheus_notifications_queue_length{${own}}`,
        "{{instance}} waiting",
      ),
      query(
        `increase(prometheus_notifications_dropped_total{${own}}[$__rate_interval])`,
        "{{instance}} dropped",
      ),
    ],
  });
}

/** Up or down over time: the monitoring's own instances. */
export function instances(): Panel {
  return stateTimeline("instances", {
    title: "Instances of the Monitoring",
    description:
      "Whether Prometheus, Alertmanager, Grafana and their hosts answered. Good is one green bar each.",
    unit: "short",
    thresholds: thresholds("red", [1, "green"]),
    mappings: { 0: "Down", 1: "Up" },
    queries: [query(`up{${own}}`, "{{job}} {{instance}}")],
  });
}

/** Who does not answer, in all systems. */
export function silentTargets(): Panel {
  return table("silent-targets", {
    title: "Targets That Do Not Answer",
    description:
      "Every target of every system whose last scrape failed. Good is an empty table.",
    width: "half",
    unit: "short",
    queries: [query("sum by (system, job, instance) (up == 0)")],
    transformations: [
      organize({
        columns: { system: "System", job: "Job", instance: "Instance" },
        hide: ["Time", "Value"],
      }),
    ],
  });
}

/** How much Prometheus has to hold and take in. */
export function seriesAndSamples(): Panel {
  return timeseries("series", {
    title: "Series in Memory",
    description:
      "Series that Prometheus holds. Good is steady; a step is a label with too many values, named by the job that was deployed last.",
    unit: "short",
    min: 0,
    queries: [query(`prometheus_tsdb_head_series{${own}}`, "{{instance}}")],
  });
}

/** What comes in per second. */
export function samples(): Panel {
  return timeseries("samples", {
    title: "Samples per Second",
    description:
      "Samples that Prometheus stores. Good is steady; a fall is targets that are gone.",
    unit: "cps",
    min: 0,
    queries: [
      query(
        `sum by (instance) (rate(prometheus_tsdb_head_samples_appended_total{${own}}[$__rate_interval]))`,
        "{{instance}}",
      ),
    ],
  });
}

/** How long each certificate is still good. */
export function certificates(): Panel {
  return bargauge("certificates", {
    title: "Certificates",
    description:
      "Days until the certificate of each address that is probed ends. Good is above 30; below that for an hour CertificateExpiringSoon fires.",
    width: "full",
    height: 6,
    unit: "d",
    min: 0,
    max: 90,
    thresholds: lowIsBad({ warning: 30, critical: 7 }),
    queries: [query(certificateDays, "{{instance}}")],
  });
}
