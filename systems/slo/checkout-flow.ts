import { type Duration, type RecordingRule } from "monitoring-as-code";
import {
  compositeObjective,
  type JourneyStep,
  journeyLabel,
  journeyRecord,
  stepLabel,
  stepName,
  stepRecord,
  leMatcher,
} from "monitoring-as-code/slo";
import { apiJob } from "./jobs";

/** One thing that somebody who buys has to get through. */
interface Step extends JourneyStep {
  readonly endpoint: string;
  /** From when on an answer is too late. */
  readonly withinSeconds: number;
}

export const checkoutFlow = "checkout-flow";

export const steps: readonly Step[] = [
  {
    name: "Add to Cart",
    endpoint: "/cart/items",
    objective: 99.9,
    withinSeconds: 0.2,
  },
  {
    name: "View Cart",
    endpoint: "/cart",
    objective: 99.9,
    withinSeconds: 0.3,
  },
  {
    name: "Payment",
    endpoint: "/payments",
    objective: 99.95,
    withinSeconds: 0.5,
  },
  {
    name: "Order Confirmation",
    endpoint: "/orders/confirmation",
    objective: 99.9,
    withinSeconds: 1,
  },
];

/** 99.65 %: what the four promises add up to. A journey of 99.7 % would need 99.925 % of each step. */
export const checkoutObjective = compositeObjective(steps);

/** How well each step and the whole journey go, over `window`. A step without requests leaves the journey unknown. */
export function checkoutRecordings(window: Duration): readonly RecordingRule[] {
  const labels = { [journeyLabel]: checkoutFlow };
  return [
    ...steps.map((step) => ({
      record: stepRecord(window),
      expr: stepSuccess(step, window),
      labels: { ...labels, [stepLabel]: stepName(step.name) },
      lookback: window,
    })),
    {
      record: journeyRecord(window),
      expr: steps
        .map(
          ({ name }) =>
            `${stepRecord(window)}{${journeyLabel}="${checkoutFlow}",${stepLabel}="${stepName(name)}"}`,
        )
        .join(` * ignoring (${stepLabel}) `),
      labels,
      lookback: window,
    },
  ];
}

/** Requests that were answered in time and without an error, of all. */
function stepSuccess(
  { endpoint, withinSeconds }: Step,
  window: Duration,
): string {
  const of = `job="${apiJob}",endpoint="${endpoint}"`;
  const all = `sum(rate(http_request_duration_seconds_count{${of}}[${window}]))`;
  const good = `sum(rate(http_request_duration_seconds_bucket{${of},status!~"(5..|429)",${leMatcher(withinSeconds)}}[${window}]))`;
  return `(${good} or 0 * ${all}) / (${all} > 0)`;
}
