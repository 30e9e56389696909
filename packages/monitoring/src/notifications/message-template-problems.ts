import type { MessageTemplate } from "../model/message-template";
import { parseGoTemplate } from "../rules/go-template";
import { brokenRules, got, repeatedIn } from "../rules/rule-table";
import { notificationFunctions } from "../rules/template-functions";

/** Names that every Grafana defines itself, for example `default.message` and `jira.default.summary`. */
const builtinTemplate = /^__|(^|\.)default\./;

/** The names that a template defines. */
export function definedIn({ template }: MessageTemplate): readonly string[] {
  return parseGoTemplate(template, { functions: notificationFunctions })
    .defines;
}

/**
 * What Grafana refuses of the message templates of one organisation, or changes so that Terraform sees a difference
 * after every apply.
 */
export function problemsInMessageTemplates(
  templates: readonly MessageTemplate[],
): readonly string[] {
  const defined = templates.flatMap(definedIn);
  return [
    ...repeatedIn(templates.map(({ name }) => name)).map(
      (name) => `templates must have different names, got "${name}" twice`,
    ),
    ...repeatedIn(defined).map(
      (name) => `templates must define a name once, got "${name}" twice`,
    ),
    ...templates.flatMap((template) =>
      problemsInMessageTemplate(template, defined).map(
        (problem) => `template "${template.name}": ${problem}`,
      ),
    ),
  ];
}

function problemsInMessageTemplate(
  { name, template }: MessageTemplate,
  defined: readonly string[],
): readonly string[] {
  const { uses, problems } = parseGoTemplate(template, {
    functions: notificationFunctions,
  });
  return [
    ...brokenRules([
      [name.trim() === "", `'name' must not be empty, ${got(name)}`],
      [
        // Grafana wraps what starts otherwise, `{{-` included, in a define of its own: a difference after every apply.
        !/^\s*\{\{\s*define\s/.test(template),
        `'template' must start with {{ define, without a trim marker, ${got(template.slice(0, 20))}`,
      ],
    ]),
    ...problems.map((problem) => `'template' must parse: ${problem}`),
    ...unknownTemplates(uses, defined),
  ];
}

/** What is wrong with `uses`, the templates that a text asks for, where `defined` are those of the organisation. */
export function unknownTemplates(
  uses: readonly string[],
  defined: readonly string[],
): readonly string[] {
  return [...new Set(uses)]
    .filter((name) => !defined.includes(name) && !builtinTemplate.test(name))
    .map(
      (name) =>
        `{{ template ${JSON.stringify(name)} }} must name a template that is defined (${[...defined].sort().join(", ") || "none"})`,
    );
}
