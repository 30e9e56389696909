import { compileFunction } from "node:vm";
import fc from "fast-check";
import { printed } from "../../../../src/import/source";
import {
  evaluated,
  literal,
  sourceOf,
  word,
  wordsIn,
  type Expression,
} from "../../../../src/import/dashboard/write/expression";

const house = {
  add: (...numbers: number[]) => numbers.reduce((a, b) => a + b, 0),
  pair: (first?: unknown, second?: unknown) => ({ first, second }),
};

/** What the printed expression is, when it is run. */
function run(expression: Expression): unknown {
  const evaluate = compileFunction(`return ${printed(sourceOf(expression))};`, [
    "add",
    "pair",
  ]) as (...words: unknown[]) => unknown;
  return evaluate(house.add, house.pair);
}

test("what is printed is what is evaluated, whatever texts hold", () => {
  fc.assert(
    fc.property(
      fc.jsonValue().filter((value) => !JSON.stringify(value).includes("-0")),
      (value) => {
        const expression = word("pair", literal(value), "x\n`${y}`\\");
        expect(run(expression)).toEqual(evaluated(expression, house));
      },
    ),
  );
});

test("words are called with their arguments, those at the end that say nothing left out", () => {
  const expression = word("pair", word("add", 1, 2), { a: undefined });
  expect(evaluated(expression, house)).toEqual({ first: 3, second: undefined });
  expect(printed(sourceOf(expression))).toBe("pair(add(1, 2))");
  expect(wordsIn(expression)).toEqual(["pair", "add"]);
});

test("rejects a word that the house style does not have", () => {
  expect(() => evaluated(word("shout"), house)).toThrow(
    'the house style has no word "shout"',
  );
});
