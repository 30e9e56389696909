import {
  ThresholdsMode,
  type ThresholdsConfig,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { objectOf, objectsOf } from "../internal/json-tree";
import { exact } from "./form";

/** A name of Grafana's palette, `transparent`, `#rrggbb` or `rgba(…)`. */
export type Color =
  | `${"" | "dark-" | "semi-dark-" | "light-" | "super-light-"}${"red" | "orange" | "yellow" | "green" | "blue" | "purple"}`
  | "text"
  | "transparent"
  | `#${string}`
  | `rgb(${string})`
  | `rgba(${string})`;

const palette =
  /^(?:(?:dark-|semi-dark-|light-|super-light-)?(?:red|orange|yellow|green|blue|purple)|text|transparent|#.+|rgba?\(.*\))$/;

/** True for what {@link Color} allows. */
export function isColor(value: unknown): value is Color {
  return typeof value === "string" && palette.test(value);
}

/** One colour for everything, as Grafana keeps it. */
export const fixedColor = exact<Color>({
  write: (color) => ({ mode: "fixed", fixedColor: color }),
  read: (found) => {
    const { fixedColor: color } = objectOf(found);
    return isColor(color) ? color : undefined;
  },
});

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

/** What Grafana assumes of fields that have none. */
export const assumedThresholds = highIsBad({ critical: 80 });

/** Thresholds as properties keep them. */
export const thresholdsForm = exact<Thresholds>({
  write: thresholdsConfig,
  read: (found) => {
    const [base, ...others] = objectsOf(objectOf(found).steps);
    const steps = others.flatMap(({ value, color }): ThresholdStep[] =>
      typeof value === "number" && isColor(color) ? [[value, color]] : [],
    );
    const ascends = steps.every(
      ([from], index) => from > (steps[index - 1]?.[0] ?? -Infinity),
    );
    return isColor(base?.color) && ascends
      ? { base: base.color, steps }
      : undefined;
  },
});

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
