import { Token } from "cdktf";
import { terraformText } from "./terraform-json";

/**
 * A copy of the configuration of a resource in which Terraform reads every text literally: `${` and `%{` in titles,
 * messages and annotations are no templates of its own. Tokens stay what they are.
 */
export function literal<T>(value: T): T {
  if (Token.isUnresolved(value)) return value;
  if (typeof value === "string") return terraformText(value) as T;
  if (Array.isArray(value)) return value.map(literal) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]: [string, unknown]) => [
        terraformText(key),
        literal(inner),
      ]),
  ) as T;
}
