import { withoutParens, type Call, type Expr } from "../ast";
import { stringValue } from "../strings";
import { typeOf } from "../types";
import { ANY, merged, NONE, reduced, type LabelSet } from "./label-set";
import { isVariable } from "./selectors-below";

/** The labels of what a function gives; `follow` gives those of its arguments. */
export function labelsOfCall(
  call: Call,
  follow: (expr: Expr) => LabelSet,
): LabelSet {
  const { name, args } = call;
  const vector = args.find((arg) => /^(?:vector|matrix)$/.test(typeOf(arg)));
  const inner = vector ? follow(vector) : NONE;
  switch (name) {
    case "label_replace":
    case "label_join": {
      const target = literalText(args[1]);
      return target === undefined
        ? ANY
        : merged(inner, [target], new Map(), false);
    }
    case "absent":
    case "absent_over_time":
      return labelsOfAbsent(vector);
    case "info":
      return { certain: inner.certain, values: inner.values };
    case "histogram_quantile":
    case "histogram_fraction":
      return reduced(inner, (label) => label !== "le");
    case "histogram_quantiles": {
      const target = literalText(args[1]);
      const result = reduced(inner, (label) => label !== "le");
      return target === undefined ? ANY : merged(result, [target], new Map());
    }
    default:
      return typeOf(call) === "scalar" ? NONE : inner;
  }
}

/** `absent` gives the labels of its selector's equality matchers, and none for anything but a selector. */
function labelsOfAbsent(vector: Expr | undefined): LabelSet {
  let selector = vector && withoutParens(vector);
  while (
    selector &&
    (selector.kind === "range" ||
      selector.kind === "offset" ||
      selector.kind === "at")
  ) {
    selector = selector.expr;
  }
  if (selector?.kind !== "selector") {
    return NONE;
  }
  const equal = selector.matchers.filter(
    ({ label, match }) => label !== "__name__" && match === "=",
  );
  const labels = new Set(equal.map(({ label }) => label));
  return {
    possible: labels,
    certain: labels,
    values: new Map(equal.map(({ label, value }) => [label, value])),
  };
}

/** The text of a string argument; undefined when it holds a variable. */
export function literalText(expr: Expr | undefined): string | undefined {
  if (expr?.kind !== "string" || isVariable(expr.written)) {
    return undefined;
  }
  const read = stringValue(expr.written);
  return "value" in read ? read.value : undefined;
}
