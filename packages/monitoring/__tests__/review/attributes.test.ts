import { attributeChanges } from "../../src/review/attributes";
import { plainText } from "../../src/review/text";

const told = (before: unknown, after: unknown): readonly string[] =>
  attributeChanges(before, after).map(
    ({ change, text }) => `${change}: ${plainText(text)}`,
  );

describe("attributeChanges", () => {
  test("leaves out what nobody gave, which plans write as null", () => {
    const route = {
      receiver: "chat",
      group_by: null,
      policy: [],
      matcher: [{ label: "team", regex: null }],
    };
    expect(told({ policy: [] }, { policy: [route] })).toEqual([
      'added: policy "1": "{"receiver":"chat","matcher":[{"label":"team"}]}"',
    ]);
  });

  test.each([
    ["", null],
    [undefined, ""],
  ])("takes %j and %j for the same: no text", (before, after) => {
    expect(told({ owner: before }, { owner: after })).toEqual([]);
  });

  test.each([
    ["", "shop", 'changed: owner: "" → "shop"'],
    ["shop", "", 'changed: owner: "shop" → ""'],
    [false, null, 'changed: owner removed, was "false"'],
    [0, undefined, 'changed: owner removed, was "0"'],
  ])("tells %j from %j", (before, after, text) => {
    expect(told({ owner: before }, { owner: after })).toEqual([text]);
  });
});
