import type { Expr } from "./ast";
import { FUNCTIONS, type ValueType } from "./functions";

const known = new WeakMap<Expr, ValueType>();

/** The type of an expression's value; an unknown function counts as an instant vector. */
export function typeOf(expr: Expr): ValueType {
  let type = known.get(expr);
  if (type === undefined) {
    type = typeOfOperation(expr);
    known.set(expr, type);
  }
  return type;
}

function typeOfOperation(expr: Expr): ValueType {
  switch (expr.kind) {
    case "number":
      return "scalar";
    case "string":
      return "string";
    case "selector":
    case "aggregation":
      return "vector";
    case "range":
    case "subquery":
      return "matrix";
    case "binary":
      return typeOf(expr.left) === "scalar" && typeOf(expr.right) === "scalar"
        ? "scalar"
        : "vector";
    case "call":
      return FUNCTIONS.get(expr.name)?.returns ?? "vector";
    case "offset":
    case "at":
    case "anchored":
    case "smoothed":
    case "paren":
    case "unary":
      return typeOf(expr.expr);
  }
}

/** The words of the Prometheus documentation for a type. */
export function typeName(type: ValueType): string {
  return {
    scalar: "a scalar",
    string: "a string",
    vector: "an instant vector",
    matrix: "a range vector",
  }[type];
}
