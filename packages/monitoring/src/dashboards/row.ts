import { kebabCase } from "../model/uid";
import type { Panel } from "./panel";
import type { Raw } from "./raw";

/** Panels that stand together, below a heading that folds them away or without one. */
export interface Row {
  /** @default - no heading */
  readonly title?: string;
  readonly panels: readonly Panel[];
  /** Whether it is folded at first, so that its queries run only when somebody opens it. @default false */
  readonly collapsed?: boolean;
  /** The variable for each of whose values the row is repeated. @default - not repeated */
  readonly repeat?: string;
  /** Its number, where it has one from elsewhere. @default - from its title */
  readonly id?: number;
  /** Further fields of Grafana's row panel. @default {} */
  readonly raw?: Raw;
}

type RowOptions = Omit<Row, "title" | "panels">;

/** Panels without a heading; only before the rows that have one. */
export function row(panels: readonly Panel[]): Row;
/** Panels below the heading `title`. */
export function row(
  title: string,
  panels: readonly Panel[],
  options?: RowOptions,
): Row;
export function row(
  title: string | readonly Panel[],
  panels: readonly Panel[] = [],
  options: RowOptions = {},
): Row {
  return typeof title === "string"
    ? { title, panels, ...options }
    : { panels: title };
}

/** What a row's id comes from; panels cannot have such a key. */
export function rowKey(title: string): string {
  return `row/${kebabCase(title)}`;
}
