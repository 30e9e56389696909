import type { DataTransformerConfig } from "@grafana/grafana-foundation-sdk/dashboard";
import { objectOf } from "../internal/json-tree";
import { anyText, called, number, text, type Form } from "./form";
import { links } from "./links";
import { mappingsForm } from "./mappings";
import { overridesForm } from "./overrides";
import type { AnyPanelProps, PanelContext } from "./panel";
import type { PropertyTable } from "./property";
import { fixedColor, thresholdsForm } from "./thresholds";
import { unit } from "./unit";

type Names = keyof AnyPanelProps;
type Table<N extends Names> = PropertyTable<AnyPanelProps, PanelContext, N>;

/** What every panel has beside its place. */
export const frameProperties: Table<
  "title" | "description" | "links" | "repeat" | "repeatDirection"
> = {
  title: { path: "title", form: anyText, required: "" },
  description: { path: "description", form: anyText, required: "" },
  links: { path: "links", form: links },
  repeat: { path: "repeat", form: text },
  repeatDirection: {
    path: "repeatDirection",
    form: called({ horizontal: "h", vertical: "v" }),
    usual: "horizontal",
  },
};

const topics: readonly unknown[] = [
  undefined,
  "series",
  "annotations",
  "alertStates",
];
const transformationFields = ["id", "options", "disabled", "filter", "topic"];

/** True for what the Foundation SDK takes as a transformation. */
function isTransformation(value: unknown): value is DataTransformerConfig {
  const { id, options, disabled, filter, topic } = objectOf(value);
  return (
    typeof id === "string" &&
    options !== undefined &&
    ["undefined", "boolean"].includes(typeof disabled) &&
    Object.keys(objectOf(value)).every((name) =>
      transformationFields.includes(name),
    ) &&
    topics.includes(topic) &&
    (filter === undefined || typeof objectOf(filter).id === "string")
  );
}

const transformations: Form<readonly DataTransformerConfig[]> = {
  write: (value) => [...value],
  read: (found) =>
    Array.isArray(found) && found.every(isTransformation) ? found : undefined,
};

/** What panels have that ask a datasource, beside their queries. */
export const queryProperties: Table<
  "transformations" | "interval" | "maxDataPoints" | "timeFrom"
> = {
  transformations: { path: "transformations", form: transformations },
  interval: { path: "interval", form: text },
  maxDataPoints: { path: "maxDataPoints", form: number },
  timeFrom: { path: "timeFrom", form: text },
};

/** What panels have that show numbers. */
export const valueProperties: Table<
  | "unit"
  | "decimals"
  | "min"
  | "max"
  | "thresholds"
  | "color"
  | "mappings"
  | "overrides"
  | "noValue"
  | "dataLinks"
> = {
  unit: { path: "fieldConfig.defaults.unit", form: unit, required: "none" },
  decimals: { path: "fieldConfig.defaults.decimals", form: number },
  min: { path: "fieldConfig.defaults.min", form: number },
  max: { path: "fieldConfig.defaults.max", form: number },
  thresholds: {
    path: "fieldConfig.defaults.thresholds",
    form: thresholdsForm,
  },
  color: { path: "fieldConfig.defaults.color", form: fixedColor },
  mappings: { path: "fieldConfig.defaults.mappings", form: mappingsForm },
  overrides: { path: "fieldConfig.overrides", form: overridesForm },
  noValue: {
    path: "fieldConfig.defaults.noValue",
    // Said only of numbers; an empty text leaves it to Grafana.
    form: {
      write: (said, { unit: of }) =>
        of === undefined || said === "" ? undefined : said,
      read: (found) =>
        typeof found === "string" && found !== "" ? found : undefined,
    },
    usual: (_, { imported }) => (imported === true ? undefined : "-"),
  },
  dataLinks: { path: "fieldConfig.defaults.links", form: links },
};
