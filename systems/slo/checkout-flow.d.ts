import { type Duration, type RecordingRule } from "monitoring-as-code";
import { type JourneyStep } from "monitoring-as-code/slo";
/** One thing that somebody who buys has to get through. */
interface Step extends JourneyStep {
  readonly endpoint: string;
  /** From when on an answer is too late. */
  readonly withinSeconds: number;
}
export declare const checkoutFlow = "checkout-flow";
export declare const steps: readonly Step[];
/** 99.65 %: what the four promises add up to. A journey of 99.7 % would need 99.925 % of each step. */
export declare const checkoutObjective: any;
/** How well each step and the whole journey go, over `window`. A step without requests leaves the journey unknown. */
export declare function checkoutRecordings(
  window: Duration,
): readonly RecordingRule[];
export {};
