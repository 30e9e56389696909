import {
  MappingType,
  type ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Color } from "./thresholds";

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
