import { sameJson, type Json } from "../../../internal/json-tree";
import { evaluated, type Expression } from "./expression";

/** True when the words render to exactly `target`, so that they can stand for it. */
export function says(expression: Expression, target: Json): boolean {
  try {
    const value = JSON.stringify(evaluated(expression));
    return value !== undefined && sameJson(JSON.parse(value), target);
  } catch {
    // A word that refuses its arguments does not say it.
    return false;
  }
}
