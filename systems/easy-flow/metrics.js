"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
const metric_entries_1 = require("monitoring-as-code/exporters/metric-entries");
/**
 * The buckets of the Python client. Nothing above ten seconds can be told apart, so a percentile never exceeds 10:
 * alerts ask for the share of requests outside of `le="10.0"` instead.
 */
const defaultBuckets = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];
/** What the services count today. Names without prefix are shared with other programs: queries select the job. */
const serviceMetrics = [
  (0, metric_entries_1.counter)(
    "messages_total",
    "messages",
    "Messages processed",
    ["platform", "intent"],
  ),
  (0, metric_entries_1.counter)(
    "errors_total",
    "errors",
    "Errors, of which a request may have two",
    ["error_type", "service"],
  ),
  (0, metric_entries_1.histogram)(
    "response_time_seconds",
    "seconds",
    "Duration of answering a request",
    ["service", "endpoint"],
    defaultBuckets,
  ),
  (0, metric_entries_1.gauge)(
    "active_sessions",
    "sessions",
    "Sessions open in one process",
  ),
];
/**
 * Figures that are wanted and that nothing measured before. Counters start every known combination of labels at 0:
 * `increase` does not see the first event of a series that begins with it.
 */
const wantedMetrics = [
  (0, metric_entries_1.counter)(
    "easy_flow_intent_evaluations_total",
    "evaluations",
    "Recognised intents that an operator or a review compared with the right one",
    ["intent", "result"],
  ),
  (0, metric_entries_1.counter)(
    "easy_flow_escalations_total",
    "escalations",
    "Dialogues handed to an operator",
    ["platform", "reason"],
  ),
  (0, metric_entries_1.counter)(
    "easy_flow_conversations_total",
    "dialogues",
    "Finished dialogues by outcome: action, no_action, escalated",
    ["platform", "outcome"],
  ),
  (0, metric_entries_1.counter)(
    "easy_flow_nps_responses_total",
    "responses",
    "Answers to the recommendation question: promoter 9 and 10, passive 7 and 8, detractor 0 to 6",
    ["platform", "category"],
  ),
  (0, metric_entries_1.histogram)(
    "easy_flow_resolution_seconds",
    "seconds",
    "From the receipt of a request to its solution",
    ["platform"],
    [60, 300, 900, 1800, 3600, 14400, 28800, 86400, 259200],
  ),
  (0, metric_entries_1.counter)(
    "easy_flow_negative_reviews_total",
    "reviews",
    "Reviews that hold a word of the configured list of negative ones",
    ["platform"],
  ),
  (0, metric_entries_1.histogram)(
    "easy_flow_webhook_duration_seconds",
    "seconds",
    "Duration of answering a partner's webhook",
    ["integration"],
    [0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
  ),
  (0, metric_entries_1.counter)(
    "easy_flow_integration_auth_errors_total",
    "errors",
    "Answers 401 and 403 of partners",
    ["integration"],
  ),
  (0, metric_entries_1.gauge)(
    "easy_flow_integration_rate_limit",
    "calls",
    "Calls that a partner allows in its current period",
    ["integration"],
  ),
  (0, metric_entries_1.gauge)(
    "easy_flow_integration_rate_limit_remaining",
    "calls",
    "Calls left in the partner's current period",
    ["integration"],
  ),
];
/** Everything that the services expose. */
exports.metrics = [...serviceMetrics, ...wantedMetrics];
//# sourceMappingURL=metrics.js.map
