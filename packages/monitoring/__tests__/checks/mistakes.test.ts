import { allChecks } from "../../src/checks/all";
import { counts } from "../../src/checks/finding";
import { findingsOf } from "./example";
import { mistakes } from "./mistakes";

describe("the queries that were named as mistakes", () => {
  const ids = allChecks.map(({ id }) => id);

  test.each(mistakes.map((mistake) => [mistake.name, mistake] as const))(
    "%s: the wrong one is found, the corrected one passes",
    (_, { check, wrong, right }) => {
      expect(ids).toContain(check);
      expect(findingsOf(wrong).map(({ id }) => id)).toContain(check);
      const left = findingsOf(right);
      expect(left.filter(({ id }) => id === check)).toEqual([]);
      expect(left.filter(counts)).toEqual([]);
    },
  );
});
