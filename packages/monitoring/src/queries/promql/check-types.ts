import {
  aggregated,
  withoutModifiers,
  type Aggregation,
  type BinaryExpr,
  type Call,
  type Expr,
  type Span,
} from "./ast";
import { FUNCTIONS, type Signature, type ValueType } from "./functions";
import { AGGREGATIONS, COMPARISONS, SET_OPERATORS } from "./keywords";
import type { QueryProblem } from "./position";
import { typeName, typeOf } from "./types";

/** What the types of a node's operands break; operands inside are checked on their own. */
export function typeProblems(expr: Expr): readonly QueryProblem[] {
  if (expr.kind === "unary") {
    return isNumeric(typeOf(expr.expr))
      ? []
      : [
          at(
            expr,
            `a sign needs a scalar or an instant vector, got ${typeName(typeOf(expr.expr))}`,
          ),
        ];
  }
  if (expr.kind === "subquery") {
    const type = typeOf(expr.expr);
    return type === "vector"
      ? []
      : [
          at(
            expr,
            `a subquery needs an instant vector in front of the brackets, got ${typeName(type)}`,
          ),
        ];
  }
  if (expr.kind === "aggregation") {
    return aggregationProblems(expr);
  }
  if (expr.kind === "binary") {
    return binaryProblems(expr);
  }
  return expr.kind === "call" ? callProblems(expr) : [];
}

function aggregationProblems(expr: Aggregation): readonly QueryProblem[] {
  const { operator, args } = expr;
  const parameter = AGGREGATIONS.get(operator);
  const wanted = parameter === undefined ? 1 : 2;
  if (args.length !== wanted) {
    return [at(expr, `${operator} needs ${count(wanted)}, got ${args.length}`)];
  }
  const vector = aggregated(expr);
  return [
    ...(parameter === undefined
      ? []
      : mismatch(args[0], parameter, `the parameter of ${operator}`)),
    ...mismatch(vector, "vector", operator),
  ];
}

function callProblems(call: Call): readonly QueryProblem[] {
  const { name, args } = call;
  const signature = FUNCTIONS.get(name);
  if (!signature) {
    return [at(call.nameAt, `there is no function ${JSON.stringify(name)}`)];
  }
  const arity = arityProblem(call, signature);
  const types = args.flatMap((arg, i) => {
    const wanted =
      signature.args[i] ??
      (signature.variadic === 0 ? undefined : signature.args.at(-1));
    return wanted === undefined ? [] : mismatch(arg, wanted, name);
  });
  return [
    ...(arity === undefined ? [] : [at(call, arity)]),
    ...types,
    ...(name === "info" ? infoProblems(args[1]) : []),
  ];
}

function arityProblem(
  { name, args }: Call,
  { args: wanted, variadic }: Signature,
): string | undefined {
  const least = variadic === 0 ? wanted.length : wanted.length - 1;
  const most = variadic < 0 ? Infinity : least + variadic;
  if (args.length >= least && args.length <= most) {
    return undefined;
  }
  if (least === most) {
    return `${name} needs ${count(least)}, got ${args.length}`;
  }
  return args.length < least
    ? `${name} needs at least ${count(least)}, got ${args.length}`
    : `${name} takes at most ${count(most)}, got ${args.length}`;
}

/** The second argument of `info` only filters labels: a selector without a metric name in front of its braces. */
function infoProblems(filter: Expr | undefined): readonly QueryProblem[] {
  const selector = filter && withoutModifiers(filter);
  if (!selector || (selector.kind === "selector" && !selector.name)) {
    return [];
  }
  return [
    at(
      selector,
      "the second argument of info must be label matchers in braces, without a metric name",
    ),
  ];
}

function binaryProblems(expr: BinaryExpr): readonly QueryProblem[] {
  const { operator, operatorAt, bool, matching, left, right } = expr;
  const types = [typeOf(left), typeOf(right)] as const;
  const problems: QueryProblem[] = [];
  const compares = COMPARISONS.has(operator);
  if (bool && !compares) {
    problems.push(
      at(
        operatorAt,
        `bool is only allowed after a comparison, not after ${operator}`,
      ),
    );
  }
  if (compares && !bool && types[0] === "scalar" && types[1] === "scalar") {
    problems.push(
      at(
        operatorAt,
        `a comparison between scalars needs bool: ${operator} bool`,
      ),
    );
  }
  for (const label of matching?.kind === "on" ? matching.list.labels : []) {
    if (matching?.group?.list?.labels.includes(label)) {
      problems.push(
        at(
          matching.group.list,
          `the label ${label} must not be in both on and group_${matching.group.side}`,
        ),
      );
    }
  }
  [left, right].forEach((side, i) => {
    const type = types[i];
    if (type !== undefined && !isNumeric(type)) {
      problems.push(
        at(
          side,
          `an operand of ${operator} must be a scalar or an instant vector, got ${typeName(type)}`,
        ),
      );
    }
  });
  if (types[0] !== "vector" || types[1] !== "vector") {
    problems.push(...scalarOperandProblems(expr, types));
  } else if (SET_OPERATORS.has(operator)) {
    if (matching?.group) {
      problems.push(
        at(
          operatorAt,
          `${operator} does not allow group_${matching.group.side}`,
        ),
      );
    }
    if (expr.fill) {
      problems.push(at(operatorAt, `${operator} does not allow fill`));
    }
  }
  return problems;
}

function scalarOperandProblems(
  { operator, operatorAt, matching, fill }: BinaryExpr,
  types: readonly [ValueType, ValueType],
): readonly QueryProblem[] {
  const problems: QueryProblem[] = [];
  if (matching && matching.list.labels.length > 0) {
    problems.push(
      at(
        matching.list,
        `${matching.kind} is only allowed between instant vectors`,
      ),
    );
  }
  if (fill) {
    problems.push(
      at(operatorAt, "fill is only allowed between instant vectors"),
    );
  }
  if (SET_OPERATORS.has(operator) && types.includes("scalar")) {
    problems.push(
      at(
        operatorAt,
        `${operator} is not allowed with a scalar; wrap it in vector()`,
      ),
    );
  }
  return problems;
}

function mismatch(
  arg: Expr | undefined,
  wanted: ValueType,
  where: string,
): readonly QueryProblem[] {
  if (!arg || typeOf(arg) === wanted) {
    return [];
  }
  return [
    at(
      arg,
      `${where} needs ${typeName(wanted)} here, got ${typeName(typeOf(arg))}`,
    ),
  ];
}

function isNumeric(type: ValueType): boolean {
  return type === "scalar" || type === "vector";
}

function count(args: number): string {
  return args === 1 ? "1 argument" : `${args} arguments`;
}

function at({ from, to }: Span, message: string): QueryProblem {
  return { message, from, to };
}
