import type {
  FieldColor,
  FieldColorModeId,
  Panel as PanelModel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import {
  isFields,
  objectOf,
  sameJson,
  type JsonObject,
} from "../internal/json-tree";
import { columnsOf } from "./layout";
import type {
  AnyPanelProps,
  Panel,
  PanelContext,
  PanelTraits,
  ValuePanelProps,
} from "./panel";
import {
  frameProperties,
  queryProperties,
  valueProperties,
} from "./panel-properties";
import {
  readProperties,
  setAt,
  valueAt,
  writeProperties,
  type PropertyTable,
} from "./property";
import { assumedThresholds, fixedColor } from "./thresholds";

/** What Grafana assumes where a panel of a type says nothing. Source: the panels' own default options. */
export interface AssumedOfPanel {
  readonly options: JsonObject;
  /** Of the fields: `fieldConfig.defaults.custom`. @default - nothing */
  readonly custom?: JsonObject;
  /** The mode of `fieldConfig.defaults.color`. @default - the panel has no such setting */
  readonly color?: string;
}

type Shared = keyof ValuePanelProps<never>;

/** The properties that panels of a kind have beside those of all panels. */
export type OwnProperties<Props> = PropertyTable<
  Props,
  PanelContext,
  Exclude<keyof Props, Shared>
>;

interface Definition<Props, Builder> extends PanelTraits {
  /** The plugin's id. */
  readonly type: string;
  /** The function that makes such panels. @default - the same as the type */
  readonly word?: string;
  /** The Foundation SDK's. */
  readonly builder: () => Builder;
  readonly properties: OwnProperties<Props>;
  /** Whether it has queries. @default - when it accepts any of the house style */
  readonly asks?: boolean;
  /** What its fields are coloured by where the author gives no colour. @default - nothing is written */
  readonly color?: (props: Props) => FieldColor;
  /** @default - the same for all panels of the kind */
  readonly shapeOf?: (props: Props) => PanelTraits["shape"];
  /** What every author must say, and what is read where Grafana's model does not say it. @default - nothing beside a unit */
  readonly required?: Partial<Props>;
  /** What authors get who do not say it. @default - nothing */
  readonly usual?: Partial<AnyPanelProps>;
  /** @default - nothing is known of it */
  readonly assumed?: AssumedOfPanel;
}

/** A type of panel: what makes such panels, and what reads them from Grafana's model, of one table. */
export interface PanelKind {
  readonly type: string;
  readonly word: string;
  readonly traits: PanelTraits;
  readonly asks: boolean;
  readonly assumed: AssumedOfPanel | undefined;
  /** What the author of `model` says of the panel beside its place and queries, and how it wants its data. */
  readonly read: (
    model: JsonObject,
    context: PanelContext,
  ) => {
    readonly props: Partial<AnyPanelProps>;
    readonly shape: PanelTraits["shape"];
  };
}

export interface PanelKindOf<Props> extends PanelKind {
  readonly panel: (key: string, props: Props) => Panel;
}

/** Makes a kind of panels of its definition. */
export function panelKind<
  Props extends AnyPanelProps & {
    readonly sdk?: (builder: Builder) => unknown;
  },
  Builder extends { build(): PanelModel },
>(definition: Definition<Props, Builder>): PanelKindOf<Props> {
  const { type, color, properties, usual = {} } = definition;
  const { asks = definition.accepts.length > 0 } = definition;
  const shapeOf = definition.shapeOf ?? (() => definition.shape);
  return {
    type,
    word: definition.word ?? type,
    traits: definition,
    asks,
    assumed: definition.assumed,
    panel: (key, given) => {
      const props: Props = { ...usual, ...given };
      return {
        key,
        type,
        traits: { ...definition, shape: shapeOf(props) },
        props,
        width: columnsOf(props.width ?? definition.width),
        height: props.height ?? definition.height,
        model: (context) => {
          const builder = definition.builder();
          const model = builder.build();
          writeProperties(properties, props, context, model);
          setAt(model, colorPath, color?.(props));
          writeShared(props, context, model);
          props.sdk?.(builder);
          return model;
        },
      };
    },
    read: (model, context) => {
      const full = withAssumed(model, definition.assumed);
      const shared = readShared(full, context, definition.numeric, asks);
      for (const [name, value] of Object.entries(definition.required ?? {}))
        shared[name] ??= value;
      const found = readProperties(
        properties,
        full,
        context,
        readColor(shared, model, color) as Partial<Props>,
      );
      const said = Object.entries(found).filter(
        ([name, value]) => !sameJson(value, (usual as JsonObject)[name]),
      );
      return {
        props: Object.fromEntries(said),
        shape: shapeOf(found as Props),
      };
    },
  };
}

const colorPath = "fieldConfig.defaults.color";

/** Colours by a way that Grafana knows. */
export function colorMode(mode: `${FieldColorModeId}`): () => FieldColor {
  return () => ({ mode: mode as FieldColorModeId });
}

/** Blue, unless thresholds say whether a value is good. */
export function blueOrThresholds({ thresholds }: AnyPanelProps): FieldColor {
  return thresholds === undefined
    ? (fixedColor.write("blue", undefined) as FieldColor)
    : colorMode("thresholds")();
}

function writeShared(
  props: AnyPanelProps,
  context: PanelContext,
  model: PanelModel,
): void {
  writeProperties(frameProperties, props, context, model);
  writeProperties(queryProperties, props, context, model);
  writeProperties(valueProperties, props, context, model);
  if (model.fieldConfig !== undefined) model.fieldConfig.overrides ??= [];
}

function readShared(
  model: JsonObject,
  context: PanelContext,
  numeric: boolean,
  asks: boolean,
): Record<string, unknown> {
  return {
    ...readProperties(frameProperties, model, context),
    ...(asks ? readProperties(queryProperties, model, context) : {}),
    ...(numeric ? readProperties(valueProperties, model, context) : {}),
  };
}

/**
 * Leaves the colour away that comes by itself. Where the panel would get one although the model says nothing, the
 * thresholds must be said that Grafana assumes.
 */
function readColor<Props>(
  shared: Record<string, unknown>,
  model: JsonObject,
  color: ((props: Props) => FieldColor) | undefined,
): Record<string, unknown> {
  if (color === undefined) return shared;
  const usual = (props: object): unknown => color(props as Props).fixedColor;
  const isSilent =
    valueAt(model, colorPath) === undefined &&
    valueAt(model, valueProperties.thresholds.path) === undefined;
  if (isSilent && usual({}) !== undefined)
    return { ...shared, thresholds: assumedThresholds };
  if (shared.color !== usual(shared)) return shared;
  const { color: _, ...others } = shared;
  return others;
}

/** The model with what Grafana assumes in the places where it says nothing. */
function withAssumed(
  model: JsonObject,
  assumed: AssumedOfPanel = { options: {} },
): JsonObject {
  const { fieldConfig } = model;
  const { defaults } = objectOf(fieldConfig);
  return {
    ...model,
    options: filled(model.options, assumed.options),
    fieldConfig: {
      ...objectOf(fieldConfig),
      defaults: {
        ...objectOf(defaults),
        custom: filled(objectOf(defaults).custom, assumed.custom ?? {}),
      },
    },
  };
}

function filled(said: unknown, assumed: JsonObject): JsonObject {
  const fields = objectOf(said);
  const inside = Object.entries(assumed).map(([name, value]) => {
    const own = valueAt(fields, name);
    if (own === undefined) return [name, value];
    return [name, isFields(own) && isFields(value) ? filled(own, value) : own];
  });
  return { ...fields, ...(Object.fromEntries(inside) as JsonObject) };
}
