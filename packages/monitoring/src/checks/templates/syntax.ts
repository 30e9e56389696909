import { parseGoTemplate } from "../../rules/go-template";
import { grafanaAnnotation } from "../../rules/grafana-annotation";
import { alertFunctions } from "../../rules/template-functions";
import type { Check } from "../check";
import { placeOfRule } from "../queries";
import { routingProblems } from "../routing/definition";

/** Environments share nearly all annotations. */
const known = new Map<string, readonly string[]>();

function annotationProblems(text: string): readonly string[] {
  const problems = known.get(text) ?? grafanaAnnotation(text).problems;
  known.set(text, problems);
  return problems;
}

/** A template that Go's parser refuses, or that calls what is not there. */
export const templateSyntax: Check = {
  id: "templates/syntax",
  severity: "error",
  title: "A template that does not parse, or calls an unknown function",
  run: (deployment) => [
    ...deployment.systems.flatMap((system) =>
      system.alertGroups.flatMap(({ alerts }) =>
        alerts.flatMap((alert) => {
          const { path, suppress } = placeOfRule(
            system,
            alert,
            `alert ${alert.alert}`,
          );
          return [
            ...Object.entries(alert.annotations).flatMap(([name, text]) =>
              annotationProblems(text).map((message) => ({
                path: `${path} > annotation ${name}`,
                message,
              })),
            ),
            ...Object.entries(alert.labels).flatMap(([name, text]) =>
              parseGoTemplate(text, {
                functions: alertFunctions,
                variables: ["labels", "values", "value"],
              }).problems.map((message) => ({
                path: `${path} > label ${name}`,
                message,
              })),
            ),
          ].map((problem) => ({ ...problem, suppress, fix }));
        }),
      ),
    ),
    ...routingProblems(deployment)
      .filter(({ rule }) => rule === "template-syntax")
      .map(({ path, message }) => ({ path, message, fix })),
  ],
};

const fix = "correct the template at the place that is named";
