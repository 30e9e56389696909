import { parseOutputs } from "../../src/review/parse-outputs";
import { review } from "../../src/review/review";
import type { Review } from "../../src/review/review-model";
import {
  dashboardChanges,
  objectChanges,
  routingChanges,
  ruleChanges,
  type Change,
} from "./changes";
import { expectedOutlines } from "./expected-outlines";
import { outline } from "./outline";
import { smallStack, stackText } from "./small-stack";

const changes = [
  ...dashboardChanges,
  ...ruleChanges,
  ...routingChanges,
  ...objectChanges,
];

const unchanged = stackText(smallStack());

function reviewOf(change: Change): Review {
  const head = smallStack();
  change(head);
  return review([
    parseOutputs(
      "prod",
      { source: "base", text: unchanged },
      { source: "head", text: stackText(head) },
    ),
  ]);
}

describe("a change of a small stack", () => {
  test("there is an expectation for each, and none too many", () => {
    expect(Object.keys(expectedOutlines).sort()).toEqual(
      changes.map(([name]) => name).sort(),
    );
    expect(changes.length).toBeGreaterThanOrEqual(60);
  });

  test.each(changes)("%s is told as what it is", (name, change) => {
    expect(outline(reviewOf(change))).toEqual(expectedOutlines[name]);
  });

  test.each(changes)("%s backwards is told too", (name, change) => {
    const head = smallStack();
    change(head);
    const backwards = review([
      parseOutputs(
        "prod",
        { source: "base", text: stackText(head) },
        { source: "head", text: unchanged },
      ),
    ]);
    expect(backwards.sections.length > 0).toBe(name !== "nothing");
  });
});
