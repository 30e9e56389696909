"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.targetsDown = targetsDown;
exports.configReload = configReload;
exports.ruleFailures = ruleFailures;
exports.notificationQueue = notificationQueue;
exports.instances = instances;
exports.silentTargets = silentTargets;
exports.seriesAndSamples = seriesAndSamples;
exports.samples = samples;
exports.certificates = certificates;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
/** How many targets are silent, in all systems. */
function targetsDown() {
  return (0, dashboards_1.stat)("targets-down", {
    title: "Targets Down",
    description:
      "Targets of all systems that do not answer. Good is zero; what is silent cannot raise an alert of its own.",
    unit: "short",
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
    queries: [
      (0, dashboards_1.query)("count(up == 0) or vector(0)", "Targets"),
    ],
  });
}
/** Whether Prometheus runs what was deployed last. */
function configReload() {
  return (0, dashboards_1.stat)("config-reload", {
    title: "Configuration",
    description:
      "Whether Prometheus could load its configuration the last time. Good is Loaded; otherwise it goes on with the old one until it restarts, and then not at all.",
    unit: "short",
    thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
    mappings: { 0: "Refused", 1: "Loaded" },
    queries: [
      (0, dashboards_1.query)(
        `prometheus_config_last_reload_successful{${expressions_1.own}}`,
        "{{instance}}",
      ),
    ],
  });
}
/** Rules that cannot be evaluated are alerts that cannot fire. */
function ruleFailures() {
  return (0, dashboards_1.timeseries)("rule-failures", {
    title: "Failed Rule Evaluations",
    description:
      "Evaluations of rules per second that failed. Good is zero; above it for five minutes RuleEvaluationsFailing fires.",
    unit: "ops",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 0.001 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.failedEvaluations)("$__rate_interval"),
        "{{job}} {{instance}}",
      ),
    ],
  });
}
/** Alerts on their way from Prometheus to Alertmanager. */
function notificationQueue() {
  return (0, dashboards_1.timeseries)("notification-queue", {
    title: "Alerts Waiting to Be Sent",
    description:
      "Alerts that Prometheus holds for Alertmanager, and those that it dropped. Good is zero of both; above 1000 for ten minutes QueueBacklog fires.",
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `prometheus_notifications_queue_length{${expressions_1.own}}`,
        "{{instance}} waiting",
      ),
      (0, dashboards_1.query)(
        `increase(prometheus_notifications_dropped_total{${expressions_1.own}}[$__rate_interval])`,
        "{{instance}} dropped",
      ),
    ],
  });
}
/** Up or down over time: the monitoring's own instances. */
function instances() {
  return (0, dashboards_1.stateTimeline)("instances", {
    title: "Instances of the Monitoring",
    description:
      "Whether Prometheus, Alertmanager, Grafana and their hosts answered. Good is one green bar each.",
    unit: "short",
    thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
    mappings: { 0: "Down", 1: "Up" },
    queries: [
      (0, dashboards_1.query)(
        `up{${expressions_1.own}}`,
        "{{job}} {{instance}}",
      ),
    ],
  });
}
/** Who does not answer, in all systems. */
function silentTargets() {
  return (0, dashboards_1.table)("silent-targets", {
    title: "Targets That Do Not Answer",
    description:
      "Every target of every system whose last scrape failed. Good is an empty table.",
    width: "half",
    unit: "short",
    queries: [
      (0, dashboards_1.query)("sum by (system, job, instance) (up == 0)"),
    ],
    transformations: [
      (0, dashboards_1.organize)({
        columns: { system: "System", job: "Job", instance: "Instance" },
        hide: ["Time", "Value"],
      }),
    ],
  });
}
/** How much Prometheus has to hold and take in. */
function seriesAndSamples() {
  return (0, dashboards_1.timeseries)("series", {
    title: "Series in Memory",
    description:
      "Series that Prometheus holds. Good is steady; a step is a label with too many values, named by the job that was deployed last.",
    unit: "short",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `prometheus_tsdb_head_series{${expressions_1.own}}`,
        "{{instance}}",
      ),
    ],
  });
}
/** What comes in per second. */
function samples() {
  return (0, dashboards_1.timeseries)("samples", {
    title: "Samples per Second",
    description:
      "Samples that Prometheus stores. Good is steady; a fall is targets that are gone.",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `sum by (instance) (rate(prometheus_tsdb_head_samples_appended_total{${expressions_1.own}}[$__rate_interval]))`,
        "{{instance}}",
      ),
    ],
  });
}
/** How long each certificate is still good. */
function certificates() {
  return (0, dashboards_1.bargauge)("certificates", {
    title: "Certificates",
    description:
      "Days until the certificate of each address that is probed ends. Good is above 30; below that for an hour CertificateExpiringSoon fires.",
    width: "full",
    height: 6,
    unit: "d",
    min: 0,
    max: 90,
    thresholds: (0, dashboards_1.lowIsBad)({ warning: 30, critical: 7 }),
    queries: [
      (0, dashboards_1.query)(expressions_1.certificateDays, "{{instance}}"),
    ],
  });
}
//# sourceMappingURL=stack-panels.js.map
