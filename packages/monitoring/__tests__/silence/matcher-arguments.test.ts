import fc from "fast-check";
import { matchersFrom } from "../../src/silence/matcher-arguments";
import {
  is,
  isNot,
  matches,
  matchesNot,
  matcherText,
} from "../../src/model/matcher";
import { runs } from "../property-runs";

describe("matchersFrom", () => {
  test.each([
    ["service=api", is("service", "api")],
    ["service!=api", isNot("service", "api")],
    ['instance=~"db-.*"', matches("instance", "db-.*")],
    ["team!~a|b", matchesNot("team", "a|b")],
    ['title = "a b"', is("title", "a b")],
    ["query=a=b", is("query", "a=b")],
  ])("reads %s", (word, matcher) => {
    expect(matchersFrom([word])).toEqual([matcher]);
  });

  it("reads back what matchers are written as", () => {
    const matcher = fc.record({
      label: fc.stringMatching(/^[a-z_]\w{0,5}$/),
      match: fc.constantFrom("=", "!=", "=~", "!~"),
      value: fc.stringMatching(/^[\w .|-]{1,8}$/),
    });
    fc.assert(
      fc.property(fc.array(matcher), (matchers) => {
        expect(matchersFrom(matchers.map(matcherText))).toEqual(matchers);
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ["a word without operator", ["api"], 'got "api"'],
    ["a bad label name", ["1a=b"], 'got "1a=b"'],
    ["an empty value", ["service="], "a matcher must name a value"],
    ["a bad expression", ["service=~("], "must be RE2"],
    ["look-ahead", ["service=~(?!a)"], "look-ahead"],
    ["several at once", ["api", "web"], /got "api"; .* got "web"/],
  ])("rejects %s", (_, words, message) => {
    expect(() => matchersFrom(words)).toThrow(message);
  });
});
