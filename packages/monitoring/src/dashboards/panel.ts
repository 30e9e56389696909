import type {
  DataTransformerConfig,
  Panel as PanelModel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type * as sdk from "@grafana/grafana-foundation-sdk/dashboard";
import type { Suppression } from "../model/suppression";
import { columnsOf, type Width } from "./layout";
import { linkModel, type Link } from "./links";
import { mappingsModel, type Mappings } from "./mappings";
import { overrideModel, type Override } from "./overrides";
import type { Query, QueryKind } from "./query";
import type { Raw } from "./raw";
import type { DataShape } from "./targets";
import { thresholdsConfig, type Color, type Thresholds } from "./thresholds";
import type { GrafanaUnit } from "./units";

/** What every panel has. `B` is the builder of the Foundation SDK behind it. */
export interface PanelProps<B> {
  readonly title: string;
  /** What is seen, and what it looks like when all is well. */
  readonly description: string;
  /** @default - the panel type's usual share */
  readonly width?: Width;
  /** In rows of 30 pixels. @default - the panel type's usual height */
  readonly height?: number;
  /** The variable for each of whose values the panel is repeated. @default - not repeated */
  readonly repeat?: string;
  /** @default "horizontal" */
  readonly repeatDirection?: "horizontal" | "vertical";
  /** @default [] */
  readonly links?: readonly Link[];
  /** Checks that do not apply to it, each with a reason and a last day. @default [] */
  readonly suppress?: readonly Suppression[];
  /** Reaches the options that are named nowhere here; runs last. @default - nothing */
  readonly sdk?: (builder: B) => unknown;
  /** Its number, where addresses and alerts elsewhere know it by one. @default - from its key */
  readonly id?: number;
  /** The column of its left edge, from 0. @default - the first with room as high up as there is any */
  readonly x?: number;
  /** Further fields of Grafana's panel model. @default {} */
  readonly raw?: Raw;
}

/** What panels have that ask a datasource. */
export interface QueryPanelProps<B> extends PanelProps<B> {
  /** In the order of their refIds A, B, C. */
  readonly queries: readonly Query[];
  /** @default [] */
  readonly transformations?: readonly DataTransformerConfig[];
  /** The shortest step of its queries, for example `1m`. @default - the datasource's */
  readonly interval?: string;
  /** The most points per series. @default - the panel's width in pixels */
  readonly maxDataPoints?: number;
  /** A time range of its own, for example `24h`. @default - the dashboard's */
  readonly timeFrom?: string;
}

/** What panels have that show numbers. */
export interface ValuePanelProps<B> extends QueryPanelProps<B> {
  readonly unit: GrafanaUnit;
  /** @default - as many as make sense */
  readonly decimals?: number;
  /** @default - from the data */
  readonly min?: number;
  /** @default - from the data */
  readonly max?: number;
  /** @default - none */
  readonly thresholds?: Thresholds;
  /** One colour for everything. @default - by threshold or by series */
  readonly color?: Color;
  /** @default - values as they are */
  readonly mappings?: Mappings;
  /** @default [] */
  readonly overrides?: readonly Override[];
  /** Said when the query returns nothing; `""` leaves it to Grafana. @default "-" */
  readonly noValue?: string;
  /** Links on the values themselves. @default [] */
  readonly dataLinks?: readonly Link[];
}

/** What the panel is rendered for. */
export interface PanelContext {
  readonly system: string;
  /** Whether the panel stays as it was made elsewhere. @default false */
  readonly imported?: boolean;
}

/** A panel before it has a place: what authors write, and how it becomes Grafana's model. */
export interface Panel {
  /** kebab-case, unique in the dashboard, never renamed: the panel's id comes from it. */
  readonly key: string;
  /** The plugin's id. */
  readonly type: string;
  readonly traits: PanelTraits;
  readonly props: AnyPanelProps;
  readonly width: number;
  readonly height: number;
  readonly model: (context: PanelContext) => PanelModel;
}

/** How a type of panel differs from the others. */
export interface PanelTraits {
  readonly width: Width;
  readonly height: number;
  /** Kinds of queries that it can show; none when it asks nobody. */
  readonly accepts: readonly QueryKind[];
  readonly shape: DataShape;
  /** Whether it shows numbers, which need a unit. */
  readonly numeric: boolean;
  /** Whether it tells series apart by name. */
  readonly named: boolean;
}

export type AnyPanelProps = Partial<
  Omit<ValuePanelProps<never>, "title" | "description" | "sdk">
> & { readonly title: string; readonly description: string };

/** What all builders of panels in the Foundation SDK have in common. */
export interface PanelBuilder {
  build(): PanelModel;
  title(title: string): unknown;
  description(description: string): unknown;
  links(links: { build: () => sdk.DashboardLink }[]): unknown;
  repeat(variable: string): unknown;
  repeatDirection(direction: "h" | "v"): unknown;
  transformations(transformations: DataTransformerConfig[]): unknown;
  interval(interval: string): unknown;
  maxDataPoints(points: number): unknown;
  timeFrom(time: string): unknown;
  unit(unit: string): unknown;
  decimals(decimals: number): unknown;
  min(min: number): unknown;
  max(max: number): unknown;
  thresholds(thresholds: { build: () => sdk.ThresholdsConfig }): unknown;
  colorScheme(color: { build: () => sdk.FieldColor }): unknown;
  mappings(mappings: sdk.ValueMapping[]): unknown;
  overrides(overrides: sdk.FieldConfigSource["overrides"]): unknown;
  noValue(text: string): unknown;
  dataLinks(links: { build: () => sdk.DashboardLink }[]): unknown;
}

/** Makes a panel of `builder`, which a type of panel has prepared, and of what is the same in all types. */
export function panel<B extends PanelBuilder>(
  key: string,
  type: string,
  traits: PanelTraits,
  props: AnyPanelProps & { readonly sdk?: (builder: B) => unknown },
  prepare: (context: PanelContext) => B,
): Panel {
  return {
    key,
    type,
    traits,
    props,
    width: columnsOf(props.width ?? traits.width),
    height: props.height ?? traits.height,
    model: (context) => {
      const builder = prepare(context);
      applyFrame(builder, props);
      applyValues(builder, props, context);
      props.sdk?.(builder);
      return builder.build();
    },
  };
}

function applyFrame(builder: PanelBuilder, props: AnyPanelProps): void {
  builder.title(props.title);
  builder.description(props.description);
  if (props.links) builder.links(props.links.map(built(linkModel)));
  if (props.repeat !== undefined) {
    builder.repeat(props.repeat);
    builder.repeatDirection(props.repeatDirection === "vertical" ? "v" : "h");
  }
  if (props.transformations)
    builder.transformations([...props.transformations]);
  if (props.interval !== undefined) builder.interval(props.interval);
  if (props.maxDataPoints !== undefined)
    builder.maxDataPoints(props.maxDataPoints);
  if (props.timeFrom !== undefined) builder.timeFrom(props.timeFrom);
}

function applyValues(
  builder: PanelBuilder,
  props: AnyPanelProps,
  { imported = false }: PanelContext,
): void {
  const { color, thresholds } = props;
  if (props.unit !== undefined) builder.unit(props.unit);
  if (props.decimals !== undefined) builder.decimals(props.decimals);
  if (props.min !== undefined) builder.min(props.min);
  if (props.max !== undefined) builder.max(props.max);
  if (thresholds)
    builder.thresholds({ build: () => thresholdsConfig(thresholds) });
  if (color !== undefined) builder.colorScheme(fixedColor(color));
  if (props.mappings) builder.mappings(mappingsModel(props.mappings));
  if (props.overrides) builder.overrides(props.overrides.map(overrideModel));
  const noValue = props.noValue ?? (imported ? "" : "-");
  if (props.unit !== undefined && noValue !== "") builder.noValue(noValue);
  if (props.dataLinks) builder.dataLinks(props.dataLinks.map(built(linkModel)));
}

const built =
  <T, M>(model: (from: T) => M) =>
  (from: T) => ({ build: () => model(from) });

/** One colour for everything, as the builders take it. */
export function fixedColor(color: Color): { build: () => sdk.FieldColor } {
  return colorMode("fixed", color);
}

/** A way of choosing colours, as the builders take it. */
export function colorMode(
  mode: `${sdk.FieldColorModeId}`,
  color?: Color,
): { build: () => sdk.FieldColor } {
  return {
    build: () => ({
      mode: mode as sdk.FieldColorModeId,
      ...(color === undefined ? {} : { fixedColor: color }),
    }),
  };
}
