import type { Check } from "../check";
import { routingProblems } from "../routing/definition";
import { ruleProblems } from "../rules/refused";

/** A template that Go's parser refuses, or that calls what is not there. */
export const templateSyntax: Check = {
  id: "templates/syntax",
  severity: "error",
  title: "A template that does not parse, or calls an unknown function",
  run: (deployment) =>
    [...ruleProblems(deployment), ...routingProblems(deployment)]
      .filter(({ rule }) => rule === "template-syntax")
      .map(({ path, message }) => ({
        path,
        message,
        fix: "correct the template at the place that is named",
      })),
};
