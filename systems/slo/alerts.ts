import { serviceSlosDashboard } from "../../dashboards/slo/service-slos";
import { type AlertGroup, type AlertRule, panelOf } from "monitoring-as-code";
import {
  decimal,
  journeyRecord,
  records,
  seriesOf,
  budgetLevels,
  escalationBelow,
} from "monitoring-as-code/slo";
import { checkoutFlow, checkoutObjective } from "./checkout-flow";
import { requestsAvailability } from "./slos";

/** The label by which the policy's levels are routed to those who must hear of them. */
export const budgetLevelLabel = "budget_level";

interface Level {
  readonly alert: string;
  readonly level: string;
  readonly is: "<" | "<=";
  /** In percent of the budget. */
  readonly percent: number;
  readonly consequence: string;
}

/** The error-budget policy, level by level; nobody is woken for a budget: what burns it pages. */
const levels: readonly Level[] = [
  {
    alert: "ErrorBudgetWarning",
    level: "warning",
    is: "<=",
    percent: budgetLevels.warning.upTo,
    consequence: "fewer releases, critical features only",
  },
  {
    alert: "ErrorBudgetCritical",
    level: "critical",
    is: "<",
    percent: budgetLevels.critical.below,
    consequence: "features are frozen",
  },
  {
    alert: "ErrorBudgetAlmostExhausted",
    level: "escalation",
    is: "<",
    percent: escalationBelow,
    consequence: "directors decide on every change",
  },
  {
    alert: "ErrorBudgetExhausted",
    level: "exhausted",
    is: "<=",
    percent: budgetLevels.exhausted.upTo,
    consequence: "all changes are frozen",
  },
];

const budgetAlerts: readonly AlertRule[] = levels.map(
  ({ alert, level, is, percent, consequence }) => ({
    alert,
    expr: records.budgetRemaining,
    condition: { is, value: percent / 100 },
    // The budget of a month moves slowly; a restart of the database of series should tell nobody.
    for: "15m",
    severity: "warning",
    team: "sre",
    labels: { [budgetLevelLabel]: level },
    summary: `{{ $labels.service }} has little of its error budget for {{ $labels.slo }} left: ${consequence}`,
    description: `{{ $value | humanizePercentage }} of the error budget is left; the limit of this level is ${decimal(percent)}%`,
  }),
);

const complianceAlerts: readonly AlertRule[] = [
  {
    alert: "SLOViolation",
    expr: `1 - ${seriesOf(records.periodErrorRatio, requestsAvailability)}`,
    condition: { is: "<", value: requestsAvailability.objective / 100 },
    for: "5m",
    // A breach stays for as long as the period is long: a ticket. Pages come from burn rates.
    severity: "warning",
    team: "sre",
    labels: {
      slo: requestsAvailability.id,
      service: requestsAvailability.service,
    },
    summary:
      "SLO violation over the whole period: the API failed more often than promised",
    description: `Availability is {{ $value | humanizePercentage }}; ${requestsAvailability.objective}% is promised`,
  },
  {
    alert: "CheckoutFlowBelowObjective",
    expr: journeyRecord("7d"),
    condition: {
      is: "<",
      // To the two digits in which the objective is spoken of.
      value: Number((checkoutObjective / 100).toFixed(4)),
    },
    for: "5m",
    severity: "warning",
    team: "sre",
    labels: { service: checkoutFlow },
    summary:
      "Fewer checkouts get through than promised: customers give up on the way to the order",
    description:
      "{{ $value | humanizePercentage }} of the checkouts got through in 7 days; 99.65% is promised",
    panel: panelOf(serviceSlosDashboard, "checkout-success"),
    lookback: "7d",
  },
];

/** Burn alerts come with the SLOs. */
export const alertGroups: readonly AlertGroup[] = [
  { name: "slo-compliance", interval: "2m", alerts: complianceAlerts },
  { name: "error-budget-policy", interval: "2m", alerts: budgetAlerts },
];
