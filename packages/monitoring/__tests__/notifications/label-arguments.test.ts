import {
  labelsFrom,
  labelsFromJson,
  momentFrom,
} from "../../src/notifications/label-arguments";

describe("labelsFrom", () => {
  it("reads words, with or without quotes", () => {
    expect(
      labelsFrom(["severity=critical", 'team="a b"', "expr=a=b", "empty="]),
    ).toEqual({ severity: "critical", team: "a b", expr: "a=b", empty: "" });
  });

  test.each([
    [["severity"], 'labels must be written name=value, got "severity"'],
    [["=x"], 'labels must be written name=value, got "=x"'],
    [["a!=x"], 'labels must be written name=value, got "a!=x"'],
    [["a=1", "a=2"], 'label "a" must be given once, got "a=2" too'],
    [
      ["a", "b"],
      'labels must be written name=value, got "a"; labels must be written name=value, got "b"',
    ],
  ])("rejects %j", (words, message) => {
    expect(() => labelsFrom(words)).toThrow(new Error(message));
  });
});

describe("labelsFromJson", () => {
  it("reads an object of strings", () => {
    expect(labelsFromJson('{"a":"1","b":""}')).toEqual({ a: "1", b: "" });
  });

  it.each(["", "[]", "null", '"a"', '{"a":1}', "{", '{"a":"1"} x'])(
    "rejects %s",
    (text) => {
      expect(() => labelsFromJson(text)).toThrow(
        `labels must be a JSON object of strings such as {"severity":"critical"}, got ${text}`,
      );
    },
  );
});

describe("momentFrom", () => {
  it.each([
    ["2026-12-25T03:00Z", "2026-12-25T03:00:00.000Z"],
    ["2026-12-25T03:00", "2026-12-25T03:00:00.000Z"],
    ["2026-12-25 03:00:30+01:00", "2026-12-25T02:00:30.000Z"],
    ["2026-12-25", "2026-12-25T00:00:00.000Z"],
  ])("reads %s", (text, expected) => {
    expect(momentFrom(text).toISOString()).toBe(expected);
  });

  it.each(["now", "", "25.12.2026", "2026-13-01", "2026-12-25T25:00Z", "1"])(
    "rejects %j",
    (text) => {
      expect(() => momentFrom(text)).toThrow(
        `a time must be written like 2026-12-25T03:00Z, got "${text}"`,
      );
    },
  );
});
