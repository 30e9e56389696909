import type { DataSources } from "./data-sources";
import type { Link } from "./links";
import type { Raw } from "./raw";
import type { Row } from "./row";
import type { Variable } from "./variables";

/** A dashboard as its author writes it: from top to bottom, as it is read. */
export interface DashboardProps {
  /** At most 40 letters, digits, `-`, `_`; unique in the project, the same in every environment, never renamed. */
  readonly uid: string;
  readonly title: string;
  /** Which questions it answers, and for whom. */
  readonly description: string;
  /** The id of the system that it shows; becomes a tag, and links to all dashboards with that tag. */
  readonly system: string;
  /** Further tags; never the name of an environment. @default [] */
  readonly tags?: readonly string[];
  /** How often it is drawn anew: `30s`, `5m`, or `off`. @default "1m" */
  readonly refresh?: string;
  /** The time range at first. @default from "now-6h" to "now" */
  readonly time?: { readonly from: string; readonly to: string };
  /** Beside the datasources', which come by themselves. @default [] */
  readonly variables?: readonly Variable[];
  /** Beside the system's dashboards, which come by themselves. @default [] */
  readonly links?: readonly Link[];
  readonly rows: readonly Row[];
  /** Datasources other than those that all systems share. @default {} */
  readonly dataSources?: DataSources;
  /** What else is marked on its graphs, in Grafana's words. @default [] */
  readonly annotations?: readonly Raw[];
  /** @default "browser" */
  readonly timezone?: string;
  /**
   * Whether it stays as it was made elsewhere: nothing comes by itself (the system's tag, link, annotations and variable
   * for metrics, what is said instead of no value), and descriptions, units and legends are not asked for. Without this line it is like the others.
   * @default false
   */
  readonly imported?: boolean;
  /** Further fields of Grafana's dashboard model. @default {} */
  readonly raw?: Raw;
}
