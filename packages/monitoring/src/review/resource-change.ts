import type { JsonObject } from "../internal/json-tree";

/** What Terraform would do with a resource; `forget` leaves it where it is, outside of Terraform's state. */
export type Action =
  "no-op" | "create" | "update" | "replace" | "delete" | "forget";

/** One resource of both sides, changed or not. */
export interface ResourceChange {
  /** `grafana_dashboard.orders` */
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  /** Attributes by name; what is secret is hidden, what is not known yet is unknown. @default - it does not exist */
  readonly before?: JsonObject;
  /** @default - it will not exist */
  readonly after?: JsonObject;
  /** Attributes that force the replacement. */
  readonly replacedBy: readonly string[];
  /** Where it was in the state until now. @default - at its address */
  readonly previousAddress?: string;
}

/** Both sides of one environment. */
export interface Comparison {
  readonly environment: string;
  readonly changes: readonly ResourceChange[];
  /** What somebody changed past Terraform; `after` is what was found. */
  readonly drift: readonly ResourceChange[];
}

/** A review cannot be given: the input is not what it should be. All that is wrong with it in one message. */
export class ReviewInputError extends Error {}

/** Whether Terraform would do anything. */
export function isChange({ action }: ResourceChange): boolean {
  return action !== "no-op";
}

/** The changes of resources of one type. */
export function ofType(
  changes: readonly ResourceChange[],
  type: string,
): readonly ResourceChange[] {
  return changes.filter((change) => change.type === type);
}
