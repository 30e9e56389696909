import * as houseStyle from "../../../dashboards";
import { Code, call, type SourceValue } from "../../source";
import { isFields } from "../../../internal/json-tree";

/** A call of a word of the house style: the same tree is printed as TypeScript and evaluated to see what it renders to. */
export class Call {
  constructor(
    readonly word: string,
    readonly args: readonly Expression[],
  ) {}
}

/** What stands on the right of an assignment; a field that is undefined is left out. */
export type Expression =
  | string
  | number
  | boolean
  | null
  | undefined
  | Call
  | readonly Expression[]
  | ExpressionFields;

export interface ExpressionFields {
  readonly [field: string]: Expression;
}

/** Functions by name, among them those of the house style. */
export type Words = Readonly<Record<string, unknown>>;

/** A call without the arguments at its end that say nothing. */
export function word(name: string, ...args: readonly Expression[]): Call {
  const said = [...args];
  while (said.length > 0 && isNothing(said.at(-1))) said.pop();
  return new Call(name, said);
}

function isNothing(value: Expression): boolean {
  return (
    value === undefined ||
    (isFieldsOf(value) &&
      Object.values(value).every((inner) => inner === undefined))
  );
}

/** The fields that say something, or undefined where none does. */
export function someOf(fields: ExpressionFields): ExpressionFields | undefined {
  return isNothing(fields) ? undefined : fields;
}

/** What the expression is, with the words of the house style. Throws what a word throws. */
export function evaluated(
  expression: Expression,
  words: Words = houseStyle,
): unknown {
  if (expression instanceof Call) {
    const called = words[expression.word];
    if (typeof called !== "function")
      throw new Error(`the house style has no word "${expression.word}"`);
    const args = expression.args.map((arg) => evaluated(arg, words));
    return (called as (...args: readonly unknown[]) => unknown)(...args);
  }
  if (isList(expression))
    return expression.map((item) => evaluated(item, words));
  if (isFieldsOf(expression))
    return Object.fromEntries(
      Object.entries(expression).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, evaluated(value, words)]],
      ),
    );
  return expression;
}

/** The expression as it is printed. */
export function sourceOf(expression: Expression): SourceValue {
  if (expression instanceof Call)
    return call(
      expression.word,
      ...expression.args.map((arg) =>
        arg === undefined ? new Code("undefined") : sourceOf(arg),
      ),
    );
  if (expression === null) return new Code("null");
  if (isList(expression)) return expression.map(sourceOf);
  if (isFieldsOf(expression))
    return Object.fromEntries(
      Object.entries(expression).map(([name, value]) => [
        name,
        sourceOf(value),
      ]),
    );
  return expression;
}

/** The words that an expression calls. */
export function wordsIn(expression: Expression): readonly string[] {
  if (expression instanceof Call)
    return [expression.word, ...expression.args.flatMap(wordsIn)];
  if (isList(expression)) return expression.flatMap(wordsIn);
  return isFieldsOf(expression)
    ? Object.values(expression).flatMap(wordsIn)
    : [];
}

/** JSON as it stands. */
export function literal(value: unknown): Expression {
  if (Array.isArray(value)) return value.map(literal);
  if (isFields(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, literal(inner)]),
    );
  return value as Expression;
}

/** A literal of the object that `raw` takes, undefined where it has no fields. */
export function rawOf(fields: object): ExpressionFields | undefined {
  return Object.keys(fields).length === 0
    ? undefined
    : (literal(fields) as ExpressionFields);
}

function isList(value: Expression): value is readonly Expression[] {
  return Array.isArray(value);
}

function isFieldsOf(value: Expression): value is ExpressionFields {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Call)
  );
}
