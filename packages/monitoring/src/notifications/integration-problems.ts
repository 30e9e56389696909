import { isSecret, type Secret } from "../model/secret";
import { parseGoTemplate } from "../rules/go-template";
import { brokenRules } from "../rules/rule-table";
import { notificationFunctions } from "../rules/template-functions";
import { textRule } from "./integrations/field-rules";
import { kindOf, type Integration } from "./integrations/integration";

/**
 * What Grafana or Alertmanager refuses of one integration, most of it only when it is applied, or drops without a word;
 * the types hold the rest. One line each: field, what is allowed, what was got.
 */
export function integrationProblems(
  integration: Integration,
): readonly string[] {
  const problems = [
    ...kindOf(integration).problems(integration),
    ...textsIn(integration).flatMap(([prop, text]) => [
      ...brokenRules([textRule(prop, text)]),
      ...parseGoTemplate(text, {
        functions: notificationFunctions,
      }).problems.map(
        (problem) => `'${prop}' must be a Go template: ${problem}`,
      ),
    ]),
    ...leavesIn(integration).flatMap(([prop, value]) =>
      isSecret(value) ? secretNameProblems(prop, value) : [],
    ),
  ];
  return [...new Set(problems)];
}

/** The templates that the texts of an integration use, each named once. */
export function templatesUsedBy(integration: Integration): readonly string[] {
  return [
    ...new Set(
      textsIn(integration).flatMap(
        ([, text]) =>
          parseGoTemplate(text, { functions: notificationFunctions }).uses,
      ),
    ),
  ];
}

/** Secrets become Terraform variables and names of files. */
function secretNameProblems(
  prop: string,
  { secret }: Secret,
): readonly string[] {
  return brokenRules([
    [
      !/^[a-z][a-z0-9_]*$/.test(secret),
      `'${prop}' must be a secret named in lower-case letters, digits and underscores, got "${secret}"`,
    ],
  ]);
}

/** Every text of an integration with its path. */
function textsIn(
  integration: Integration,
): readonly (readonly [path: string, text: string])[] {
  return leavesIn(integration).flatMap(([path, value]) =>
    typeof value === "string" && path !== "kind"
      ? [[path, value] as const]
      : [],
  );
}

/** What has no parts, in `value` with its path; a secret is one thing. */
function leavesIn(
  value: object,
  path = "",
): readonly (readonly [path: string, leaf: unknown])[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const name = path === "" ? key : `${path}.${key}`;
    return typeof inner === "object" && inner !== null && !isSecret(inner)
      ? leavesIn(inner, name)
      : [[name, inner] as const];
  });
}
