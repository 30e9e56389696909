import {
  is,
  isNot,
  matcherText,
  matches,
  matchersFor,
  matchesNot,
} from "../../src/model/matcher";

describe("matchers", () => {
  test.each([
    [is("severity", "critical"), 'severity="critical"'],
    [isNot("team", ""), 'team!=""'],
    [matches("alertname", "A|B"), 'alertname=~"A|B"'],
    [matchesNot("path", 'C:\\"x"'), 'path!~"C:\\\\\\"x\\""'],
  ])("are written as Alertmanager writes them", (matcher, text) => {
    expect(matcherText(matcher)).toBe(text);
  });

  test("for labels are one equality each", () => {
    expect(matchersFor({ a: "1", b: "2" })).toEqual([
      is("a", "1"),
      is("b", "2"),
    ]);
  });
});
