import { duplicateNameProblems } from "../internal/duplicates";
import { problemsAt, type Problem } from "../internal/problem";
import type { MessageTemplate } from "../model/message-template";
import { parseGoTemplate } from "../rules/go-template";
import { got } from "../rules/rule-table";
import { notificationFunctions } from "../rules/template-functions";

/** Names that Grafana and Alertmanager define themselves, for example `default.message` and `slack.default.title`. */
const builtinTemplate = /^__|(^|\.)default\./;

/** The names that a template defines. */
export function definedIn({
  template,
}: Pick<MessageTemplate, "template">): readonly string[] {
  return parseGoTemplate(template, { functions: notificationFunctions })
    .defines;
}

/** What a server refuses of message templates, or changes so that Terraform sees a difference after every apply. */
export function messageTemplateProblems(
  templates: readonly MessageTemplate[],
): readonly Problem[] {
  const defined = templates.flatMap(definedIn);
  return [
    ...duplicateNameProblems(
      "template",
      templates.map(({ name }) => name),
    ),
    ...duplicateNameProblems("template definition", defined),
    ...templates.flatMap((template) => problemsOfOne(template, defined)),
  ];
}

function problemsOfOne(
  { name, template }: MessageTemplate,
  defined: readonly string[],
): readonly Problem[] {
  const path = `template "${name}"`;
  const { uses, problems } = parseGoTemplate(template, {
    functions: notificationFunctions,
  });
  return [
    ...problemsAt(path, [
      ["name", name.trim() === "", `'name' must not be empty, ${got(name)}`],
      [
        // Grafana wraps what starts otherwise, `{{-` included, in a define of its own: a difference after every apply.
        "template-start",
        !/^\s*\{\{\s*define\s/.test(template),
        `'template' must start with {{ define, without a trim marker, ${got(template.slice(0, 20))}`,
        "grafana",
      ],
      ...problems.map(
        (problem) =>
          [
            "template-syntax",
            true,
            `'template' must be a Go template: ${problem}`,
          ] as const,
      ),
    ]),
    ...unknownTemplateProblems(uses, defined, path),
  ];
}

/** What is wrong with `uses`, the templates that the text at `path` asks for, where `defined` are there. */
export function unknownTemplateProblems(
  uses: readonly string[],
  defined: readonly string[],
  path: string,
): readonly Problem[] {
  return problemsAt(
    path,
    [...new Set(uses)].map((name) => [
      "undefined-template",
      !defined.includes(name) && !builtinTemplate.test(name),
      `{{ template ${JSON.stringify(name)} }} must name a template that is defined (${[...defined].sort().join(", ") || "none"})`,
    ]),
  );
}
