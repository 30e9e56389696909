import {
  ThresholdsMode,
  type ThresholdsConfig,
} from "@grafana/grafana-foundation-sdk/dashboard";

/** A name of Grafana's palette, `transparent`, `#rrggbb` or `rgba(…)`. */
export type Color =
  | `${"" | "dark-" | "semi-dark-" | "light-" | "super-light-"}${"red" | "orange" | "yellow" | "green" | "blue" | "purple"}`
  | "text"
  | "transparent"
  | `#${string}`
  | `rgb(${string})`
  | `rgba(${string})`;

/** The colour from a value on. */
export type ThresholdStep = readonly [from: number, color: Color];

/** Colours by value: that of the smallest values, and where others begin, ascending. */
export interface Thresholds {
  readonly base: Color;
  readonly steps: readonly ThresholdStep[];
}

/** `thresholds("red", [0.95, "yellow"], [0.99, "green"])`: red below 0.95, green from 0.99 on. */
export function thresholds(
  base: Color,
  ...steps: readonly ThresholdStep[]
): Thresholds {
  return { base, steps };
}

/** For values of which less is better: green, orange from `warning`, red from `critical` on. */
export function highIsBad(limits: {
  readonly warning?: number;
  readonly critical?: number;
}): Thresholds {
  return { base: "green", steps: ascending(limits, "orange", "red") };
}

/** For values of which more is better: red below `critical`, orange below `warning`, green from there on. */
export function lowIsBad(limits: {
  readonly warning?: number;
  readonly critical?: number;
}): Thresholds {
  const { warning, critical } = limits;
  if (critical === undefined)
    return { base: "orange", steps: ascending({ warning }, "green", "red") };
  return {
    base: "red",
    steps:
      warning === undefined
        ? [[critical, "green"]]
        : [
            [critical, "orange"],
            [warning, "green"],
          ],
  };
}

/** The thresholds as Grafana keeps them. */
export function thresholdsConfig({
  base,
  steps,
}: Thresholds): ThresholdsConfig {
  return {
    mode: ThresholdsMode.Absolute,
    steps: [
      { value: null, color: base },
      ...steps.map(([value, color]) => ({ value, color })),
    ],
  };
}

function ascending(
  limits: { readonly warning?: number; readonly critical?: number },
  warning: Color,
  critical: Color,
): readonly ThresholdStep[] {
  const steps: ThresholdStep[] = [];
  if (limits.warning !== undefined) steps.push([limits.warning, warning]);
  if (limits.critical !== undefined) steps.push([limits.critical, critical]);
  return steps;
}
