import { duplicatesIn } from "monitoring-as-code";
import { Construct } from "constructs";
import { rejectInvalidProps } from "../src/invalid-props";
import { testStack } from "./test-stack";

describe("rejectInvalidProps", () => {
  const construct = (): Construct => new Construct(testStack(), "folder");

  test("accepts props without problems", () => {
    expect(() => rejectInvalidProps(construct(), [])).not.toThrow();
  });

  test("names the construct before a single problem", () => {
    expect(() => rejectInvalidProps(construct(), ["no title"])).toThrow(
      new Error("test/folder: no title"),
    );
  });

  test("lists several problems in one message, a line each", () => {
    expect(() =>
      rejectInvalidProps(construct(), ["no title", "no uid"]),
    ).toThrow(new Error("test/folder:\n  no title\n  no uid"));
  });
});

describe("duplicatesIn", () => {
  test.each([
    { values: [], found: [] },
    { values: ["a", "b"], found: [] },
    { values: ["a", "b", "a", "a"], found: ["a"] },
    { values: ["b", "a", "a", "b"], found: ["a", "b"] },
  ])("finds $found in $values", ({ values, found }) => {
    expect(duplicatesIn(values)).toEqual(found);
  });
});
