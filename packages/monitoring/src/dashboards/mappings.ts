import {
  MappingType,
  type ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { objectOf, objectsOf } from "../internal/json-tree";
import { exact } from "./form";
import { isColor, type Color } from "./thresholds";

/** Words, and perhaps a colour, in place of values: `{ 0: "Down", 1: { text: "Up", color: "green" } }`. */
export type Mappings = Readonly<
  Record<string, string | { readonly text: string; readonly color?: Color }>
>;

/** The mappings as Grafana keeps them, in the order written. */
export function mappingsModel(mappings: Mappings): ValueMapping[] {
  const options = Object.entries(mappings).map(([value, result], index) => [
    value,
    typeof result === "string" ? { text: result, index } : { ...result, index },
  ]);
  return [
    {
      type: MappingType.ValueToText,
      options: Object.fromEntries(options) as Record<string, object>,
    },
  ];
}

/** Mappings as properties keep them. */
export const mappingsForm = exact<Mappings>({
  write: mappingsModel,
  read: (found) => {
    const [mapping] = objectsOf(found);
    const entries = Object.entries(objectOf(mapping?.options)).map(
      ([value, result]) => {
        const { text, color } = objectOf(result);
        if (typeof text !== "string") return undefined;
        if (color === undefined) return [value, text] as const;
        return isColor(color) ? ([value, { text, color }] as const) : undefined;
      },
    );
    const said = entries.filter((entry) => entry !== undefined);
    return said.length > 0 && said.length === entries.length
      ? Object.fromEntries<(typeof said)[number][1]>(said)
      : undefined;
  },
});
