"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = exports.budgetLevelLabel = void 0;
const service_slos_1 = require("../../dashboards/slo/service-slos");
const monitoring_as_code_1 = require("monitoring-as-code");
const slo_1 = require("monitoring-as-code/slo");
const slo_2 = require("monitoring-as-code/slo");
const slo_3 = require("monitoring-as-code/slo");
const slo_4 = require("monitoring-as-code/slo");
const checkout_flow_1 = require("./checkout-flow");
const slos_1 = require("./slos");
/** The label by which the policy's levels are routed to those who must hear of them. */
exports.budgetLevelLabel = "budget_level";
/** The error-budget policy, level by level; nobody is woken for a budget: what burns it pages. */
const levels = [
  {
    alert: "ErrorBudgetWarning",
    level: "warning",
    is: "<=",
    percent: slo_4.budgetLevels.warning.upTo,
    consequence: "fewer releases, critical features only",
  },
  {
    alert: "ErrorBudgetCritical",
    level: "critical",
    is: "<",
    percent: slo_4.budgetLevels.critical.below,
    consequence: "features are frozen",
  },
  {
    alert: "ErrorBudgetAlmostExhausted",
    level: "escalation",
    is: "<",
    percent: slo_4.escalationBelow,
    consequence: "directors decide on every change",
  },
  {
    alert: "ErrorBudgetExhausted",
    level: "exhausted",
    is: "<=",
    percent: slo_4.budgetLevels.exhausted.upTo,
    consequence: "all changes are frozen",
  },
];
const budgetAlerts = levels.map(
  ({ alert, level, is, percent, consequence }) => ({
    alert,
    expr: slo_3.records.budgetRemaining,
    condition: { is, value: percent / 100 },
    // The budget of a month moves slowly; a restart of the database of series should tell nobody.
    for: "15m",
    severity: "warning",
    team: "sre",
    labels: { [exports.budgetLevelLabel]: level },
    summary: `{{ $labels.service }} has little of its error budget for {{ $labels.slo }} left: ${consequence}`,
    description: `{{ $value | humanizePercentage }} of the error budget is left; the limit of this level is ${(0, slo_1.decimal)(percent)}%`,
  }),
);
const complianceAlerts = [
  {
    alert: "SLOViolation",
    expr: `1 - ${(0, slo_3.seriesOf)(slo_3.records.periodErrorRatio, slos_1.requestsAvailability)}`,
    condition: { is: "<", value: slos_1.requestsAvailability.objective / 100 },
    for: "5m",
    // A breach stays for as long as the period is long: a ticket. Pages come from burn rates.
    severity: "warning",
    team: "sre",
    labels: {
      slo: slos_1.requestsAvailability.id,
      service: slos_1.requestsAvailability.service,
    },
    summary:
      "SLO violation over the whole period: the API failed more often than promised",
    description: `Availability is {{ $value | humanizePercentage }}; ${slos_1.requestsAvailability.objective}% is promised`,
  },
  {
    alert: "CheckoutFlowBelowObjective",
    expr: (0, slo_2.journeyRecord)("7d"),
    condition: {
      is: "<",
      // To the two digits in which the objective is spoken of.
      value: Number((checkout_flow_1.checkoutObjective / 100).toFixed(4)),
    },
    for: "5m",
    severity: "warning",
    team: "sre",
    labels: { service: checkout_flow_1.checkoutFlow },
    summary:
      "Fewer checkouts get through than promised: customers give up on the way to the order",
    description:
      "{{ $value | humanizePercentage }} of the checkouts got through in 7 days; 99.65% is promised",
    panel: (0, monitoring_as_code_1.panelOf)(
      service_slos_1.serviceSlosDashboard,
      "checkout-success",
    ),
    lookback: "7d",
  },
];
/** Burn alerts come with the SLOs. */
exports.alertGroups = [
  { name: "slo-compliance", interval: "2m", alerts: complianceAlerts },
  { name: "error-budget-policy", interval: "2m", alerts: budgetAlerts },
];
//# sourceMappingURL=alerts.js.map
