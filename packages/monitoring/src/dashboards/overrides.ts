import {
  GraphDrawStyle,
  TableCellDisplayMode,
} from "@grafana/grafana-foundation-sdk/common";
import type {
  DynamicConfigValue,
  FieldConfigSource,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { objectOf } from "../internal/json-tree";
import {
  anyText,
  boolean,
  exact,
  number,
  oneOf,
  whether,
  type Form,
} from "./form";
import { fullLinks, type Link } from "./links";
import { mappingsForm, type Mappings } from "./mappings";
import { withRaw, type Raw, type RawValue } from "./raw";
import {
  fixedColor,
  thresholdsForm,
  type Color,
  type Thresholds,
} from "./thresholds";
import { unit, type GrafanaUnit } from "./unit";

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

type Named = Omit<Look, "properties" | "raw">;

interface LookProperty<Value> {
  /** What Grafana calls it. */
  readonly id: string;
  readonly form: Form<Value>;
}

const looks: {
  readonly [Name in keyof Named]-?: LookProperty<NonNullable<Named[Name]>>;
} = {
  displayName: { id: "displayName", form: anyText },
  unit: { id: "unit", form: unit },
  decimals: { id: "decimals", form: number },
  min: { id: "min", form: number },
  max: { id: "max", form: number },
  color: { id: "color", form: fixedColor },
  thresholds: { id: "thresholds", form: thresholdsForm },
  mappings: { id: "mappings", form: mappingsForm },
  axis: {
    id: "custom.axisPlacement",
    form: oneOf(["left", "right", "hidden"]),
  },
  dashed: {
    id: "custom.lineStyle",
    form: whether({ fill: "dash", dash: [8, 8] }),
  },
  fill: { id: "custom.fillOpacity", form: number },
  negative: { id: "custom.transform", form: whether("negative-Y") },
  drawStyle: { id: "custom.drawStyle", form: oneOf(GraphDrawStyle) },
  cell: {
    id: "custom.cellOptions",
    form: exact({
      write: (type) => ({ type }),
      read: (found) =>
        oneOf(TableCellDisplayMode).read(objectOf(found).type, undefined),
    }),
  },
  columnWidth: { id: "custom.width", form: number },
  hidden: { id: "custom.hidden", form: boolean },
  links: { id: "links", form: fullLinks },
};

const properties = Object.entries(looks) as readonly (readonly [
  keyof Named,
  LookProperty<unknown>,
])[];

/** The override as Grafana keeps it. */
export function overrideModel({
  by,
  of,
  look,
}: Override): FieldConfigSource["overrides"][number] {
  const named = properties.flatMap(([name, { id, form }]) => {
    const said = look[name];
    const value = said === undefined ? undefined : form.write(said, look);
    return value === undefined ? [] : [{ id, value }];
  });
  const model = {
    matcher: { id: by, options: of },
    properties: [...named, ...(look.properties ?? [])],
  };
  return withRaw(model, look.raw);
}

/** The override that says what `found` says; `undefined` where there is none. */
export function readOverride(found: unknown): Override | undefined {
  const { matcher, properties: said, ...raw } = objectOf(found);
  const { id: by, options: of, ...others } = objectOf(matcher);
  if (typeof by !== "string" || of === undefined || !Array.isArray(said))
    return undefined;
  if (Object.keys(others).length > 0 || !said.every(isNamed)) return undefined;
  return {
    by,
    of: of as RawValue,
    look: {
      ...readLook(said),
      ...(Object.keys(raw).length === 0 ? {} : { raw: raw as Raw }),
    },
  };
}

/** Names as long as the order of the properties allows; the rest as it stands. */
function readLook(found: readonly DynamicConfigValue[]): Look {
  const look: Partial<Record<keyof Named, unknown>> = {};
  let reached = 0;
  for (const [at, property] of found.entries()) {
    const index = properties.findIndex(
      ([, { id }], place) => place >= reached && id === property.id,
    );
    const [name, { form }] = properties[index] ?? [
      undefined,
      { form: anyText },
    ];
    const isPlain = Object.keys(property).length === 2;
    const value = isPlain ? form.read(property.value, look) : undefined;
    if (name === undefined || value === undefined)
      return { ...(look as Named), properties: found.slice(at) };
    look[name] = value;
    reached = index + 1;
  }
  return look as Named;
}

const isNamed = (property: unknown): property is DynamicConfigValue =>
  typeof objectOf(property).id === "string";

/** The overrides of a panel; unread where one of them cannot be said. */
export const overridesForm: Form<readonly Override[]> = {
  write: (overrides) => overrides.map(overrideModel),
  read: (found) => {
    if (!Array.isArray(found) || found.length === 0) return undefined;
    const overrides = found.map(readOverride);
    const said = overrides.filter((override) => override !== undefined);
    return said.length === overrides.length ? said : undefined;
  },
};
