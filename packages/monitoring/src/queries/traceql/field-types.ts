/** The type of a value in a span filter; an attribute may hold anything. */
export type FieldType =
  | "attribute"
  | "string"
  | "integer"
  | "float"
  | "duration"
  | "boolean"
  | "status"
  | "kind";

/** Fields that every span has; source: the Tempo documentation, "Construct a TraceQL query". */
export const INTRINSICS: ReadonlyMap<string, FieldType> = new Map([
  ["duration", "duration"],
  ["kind", "kind"],
  ["name", "string"],
  ["nestedSetLeft", "integer"],
  ["nestedSetParent", "integer"],
  ["nestedSetRight", "integer"],
  ["rootName", "string"],
  ["rootServiceName", "string"],
  ["status", "status"],
  ["statusMessage", "string"],
  ["traceDuration", "duration"],
  ["trace:duration", "duration"],
  ["trace:id", "string"],
  ["trace:rootName", "string"],
  ["trace:rootService", "string"],
  ["span:childCount", "integer"],
  ["span:duration", "duration"],
  ["span:id", "string"],
  ["span:kind", "kind"],
  ["span:name", "string"],
  ["span:parentID", "string"],
  ["span:status", "status"],
  ["span:statusMessage", "string"],
  ["event:name", "string"],
  ["event:timeSinceStart", "duration"],
  ["link:spanID", "string"],
  ["link:traceID", "string"],
  ["instrumentation:name", "attribute"],
  ["instrumentation:version", "attribute"],
]);

/** Words that are values. */
export const CONSTANTS: ReadonlyMap<string, FieldType> = new Map([
  ["true", "boolean"],
  ["false", "boolean"],
  ["ok", "status"],
  ["error", "status"],
  ["unset", "status"],
  ["unspecified", "kind"],
  ["internal", "kind"],
  ["server", "kind"],
  ["client", "kind"],
  ["producer", "kind"],
  ["consumer", "kind"],
  ["minInt", "integer"],
  ["maxInt", "integer"],
]);

/** How tightly operators bind between fields; equal ones from the left, except `^`. */
export const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["&&", 1],
  ["||", 1],
  ["=", 2],
  ["!=", 2],
  ["<", 2],
  ["<=", 2],
  [">", 2],
  [">=", 2],
  ["=~", 2],
  ["!~", 2],
  ["+", 3],
  ["-", 3],
  ["*", 5],
  ["/", 5],
  ["%", 5],
  ["^", 6],
]);

const ARITHMETIC = new Set(["+", "-", "*", "/", "%", "^"]);
const EQUALITY = new Set(["=", "!="]);
const ORDER = new Set(["<", "<=", ">", ">="]);

export function isNumeric(type: FieldType): boolean {
  return type === "integer" || type === "float" || type === "duration";
}

/** What is wrong with an operator between two types, or undefined. */
export function operandProblem(
  operator: string,
  left: FieldType,
  right: FieldType,
): string | undefined {
  const isComparable =
    left === "attribute" ||
    right === "attribute" ||
    left === right ||
    (isNumeric(left) && isNumeric(right));
  if (!isComparable) {
    return `${operator} cannot compare or combine ${named(left)} with ${named(right)}`;
  }
  const wrong = [left, right].find((type) => !allows(type, operator));
  return wrong === undefined
    ? undefined
    : `${operator} is not allowed for ${named(wrong)}`;
}

/** The type of an operator's result. */
export function resultType(
  operator: string,
  left: FieldType,
  right: FieldType,
): FieldType {
  if (!ARITHMETIC.has(operator)) {
    return "boolean";
  }
  return left === "attribute" ? right : left;
}

/** A type with its article, for messages. */
export function named(type: FieldType): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function allows(type: FieldType, operator: string): boolean {
  switch (type) {
    case "attribute":
      return true;
    case "boolean":
      return operator === "&&" || operator === "||" || EQUALITY.has(operator);
    case "integer":
    case "float":
    case "duration":
      return (
        ARITHMETIC.has(operator) ||
        EQUALITY.has(operator) ||
        ORDER.has(operator)
      );
    case "string":
      return (
        EQUALITY.has(operator) ||
        ORDER.has(operator) ||
        operator === "=~" ||
        operator === "!~"
      );
    case "status":
    case "kind":
      return EQUALITY.has(operator);
  }
}
