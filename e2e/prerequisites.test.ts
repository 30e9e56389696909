import { prerequisites } from "./prerequisites";

/** Nothing is skipped where something is missing: this says what it is, and the tests that need it fail. */
test.each(prerequisites)("$name is there", (prerequisite) => {
  const missing = prerequisite.problem(process.env);
  if (missing !== undefined) throw new Error(missing);
});
