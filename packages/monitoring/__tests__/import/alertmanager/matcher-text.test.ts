import fc from "fast-check";
import { matcherConfig } from "../../../src/outputs/alertmanager/matcher-config";
import { matchersIn } from "../../../src/import/alertmanager/matcher-text";
import type { Matcher } from "../../../src/model/matcher";

describe("matchersIn", () => {
  test.each([
    ['severity="critical"', ['severity="critical"']],
    ["severity = critical", ['severity="critical"']],
    ["a!=b", ['a!="b"']],
    ['a=~"b|c,d"', ['a=~"b|c,d"']],
    ['{a="b", c!~d}', ['a="b"', 'c!~"d"']],
    ["a=b,", ['a="b"']],
    ["a=", ['a=""']],
    ['a=""', ['a=""']],
    ['"a b"=c', ['a b="c"']],
    ['a=~"x\\.y"', ['a=~"x\\\\.y"']],
    ['a="x\\\\y\\"z\\n"', ['a="x\\\\y\\"z\\n"']],
  ])("%s holds %j", (text, matchers) => {
    expect(
      matchersIn(text).map(
        ({ label, match, value }) => `${label}${match}${JSON.stringify(value)}`,
      ),
    ).toEqual(matchers);
  });

  test("reads back what is rendered, whatever the value", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("=", "!=", "=~", "!~"),
        fc.string({ unit: "grapheme" }),
        (match, value) => {
          const matcher = { label: "a", match, value } as Matcher;
          expect(matchersIn(matcherConfig(matcher))).toEqual([matcher]);
        },
      ),
    );
  });

  test("takes further signs of equality for the value", () => {
    expect(matchersIn("a==b=c=")).toEqual([
      { label: "a", match: "=", value: "=b=c=" },
    ]);
  });

  test.each(["", "a", '="b"', 'a="b', 'a=b"', "1=2", '"a"'])(
    "rejects %j",
    (text) => {
      expect(() => matchersIn(text)).toThrow(
        'a matcher must be written label="value"',
      );
    },
  );
});
