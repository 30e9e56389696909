import type {
  DynamicConfigValue,
  FieldConfigSource,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { TableCellDisplayMode } from "@grafana/grafana-foundation-sdk/common";
import { linkModel, type Link } from "./links";
import { mappingsModel, type Mappings } from "./mappings";
import { thresholdsConfig, type Color, type Thresholds } from "./thresholds";
import { withRaw, type Raw, type RawValue } from "./raw";
import type { GrafanaUnit } from "./units";

/** How some fields differ from the panel's other fields. */
export interface Look {
  /** @default - the panel's */
  readonly displayName?: string;
  /** @default - the panel's */
  readonly unit?: GrafanaUnit;
  /** @default - the panel's */
  readonly decimals?: number;
  /** @default - the panel's */
  readonly min?: number;
  /** @default - the panel's */
  readonly max?: number;
  /** @default - the panel's */
  readonly color?: Color;
  /** @default - the panel's */
  readonly thresholds?: Thresholds;
  /** @default - the panel's */
  readonly mappings?: Mappings;
  /** The axis at which it is drawn. @default - the panel's */
  readonly axis?: "left" | "right" | "hidden";
  /** @default - a solid line */
  readonly dashed?: boolean;
  /** In percent. @default - the panel's */
  readonly fill?: number;
  /** Drawn upside down, below zero. @default false */
  readonly negative?: boolean;
  /** @default - the panel's */
  readonly drawStyle?: "line" | "bars" | "points";
  /** How a table shows it. @default "auto" */
  readonly cell?: `${TableCellDisplayMode}`;
  /** Of a table's column, in pixels. @default - what fits */
  readonly columnWidth?: number;
  /** Whether it is left out of the screen. @default false */
  readonly hidden?: boolean;
  /** @default [] */
  readonly links?: readonly Link[];
  /** Anything else of Grafana's field options, by id. @default [] */
  readonly properties?: readonly DynamicConfigValue[];
  /** Further fields of Grafana's override. @default {} */
  readonly raw?: Raw;
}

/** Gives the fields that `by` selects a look of their own. */
export interface Override {
  readonly by: string;
  readonly of: RawValue;
  readonly look: Look;
}

/** For the field or series of this name. */
export function byName(name: string, look: Look): Override {
  return { by: "byName", of: name, look };
}

/** For fields whose name matches `/…/`. */
export function byRegexp(pattern: string, look: Look): Override {
  return { by: "byRegexp", of: pattern, look };
}

/** For the result of one query: `A` is the first. */
export function byQuery(refId: string, look: Look): Override {
  return { by: "byFrameRefID", of: refId, look };
}

/** For all fields of a type: `time`, `number`, `string`. */
export function byType(type: string, look: Look): Override {
  return { by: "byType", of: type, look };
}

/** For what any other of Grafana's matchers selects: `byMatcher("byNames", { mode: "exclude", names: ["up"] }, …)`. */
export function byMatcher(by: string, of: RawValue, look: Look): Override {
  return { by, of, look };
}

/** The override as Grafana keeps it. */
export function overrideModel({
  by,
  of,
  look,
}: Override): FieldConfigSource["overrides"][number] {
  const model = {
    matcher: { id: by, options: of },
    properties: [...propertiesOf(look), ...(look.properties ?? [])],
  };
  return withRaw(model, look.raw);
}

function propertiesOf(look: Look): DynamicConfigValue[] {
  const color = look.color && { mode: "fixed", fixedColor: look.color };
  const properties: readonly (readonly [string, unknown])[] = [
    ["displayName", look.displayName],
    ["unit", look.unit],
    ["decimals", look.decimals],
    ["min", look.min],
    ["max", look.max],
    ["color", color],
    ["thresholds", look.thresholds && thresholdsConfig(look.thresholds)],
    ["mappings", look.mappings && mappingsModel(look.mappings)],
    ["custom.axisPlacement", look.axis],
    ["custom.lineStyle", look.dashed === true ? dashes : undefined],
    ["custom.fillOpacity", look.fill],
    ["custom.transform", look.negative === true ? "negative-Y" : undefined],
    ["custom.drawStyle", look.drawStyle],
    ["custom.cellOptions", look.cell && { type: look.cell }],
    ["custom.width", look.columnWidth],
    ["custom.hidden", look.hidden],
    ["links", look.links?.map(linkModel)],
  ];
  return properties.flatMap(([id, value]) =>
    value === undefined ? [] : [{ id, value }],
  );
}

const dashes = { fill: "dash", dash: [8, 8] };
