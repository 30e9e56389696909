import type {
  DataTransformerConfig,
  Panel as PanelModel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Suppression } from "../model/suppression";
import type { Width } from "./layout";
import type { Link } from "./links";
import type { Mappings } from "./mappings";
import type { Override } from "./overrides";
import type { DataShape, Query, QueryKind } from "./query";
import type { Raw } from "./raw";
import type { Color, Thresholds } from "./thresholds";
import type { GrafanaUnit } from "./unit";

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
