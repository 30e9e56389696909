import { exact, oneOf, whether } from "../form";

/** How a series becomes one number. */
export type Calculation = (typeof calculations)[number];

const calculations = [
  "lastNotNull",
  "last",
  "mean",
  "min",
  "max",
  "sum",
  "count",
  "delta",
  "range",
] as const;

/** How a series becomes one number, as all panels of single numbers keep it. */
export const calculationProperty = {
  path: "options.reduceOptions.calcs",
  form: exact<Calculation>({
    write: (calculation) => [calculation],
    read: (found) =>
      Array.isArray(found)
        ? oneOf(calculations).read(found[0], undefined)
        : undefined,
  }),
  usual: "lastNotNull",
} as const;

/** Whether every row of the result is shown, instead of every series. */
export const allRowsProperty = {
  path: "options.reduceOptions.values",
  form: whether(true, false),
  usual: false,
} as const;
