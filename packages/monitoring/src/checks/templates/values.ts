import {
  tokenizeTemplate,
  type TemplateToken,
} from "../../rules/go-template-tokens";
import type { DeployedAlert, Deployment } from "../../model/deployment";
import { unitOf } from "../../queries/promql/semantics/unit-of";
import type { Check } from "../check";
import type { Violation } from "../finding";
import {
  promqlQueries,
  semanticQuery,
  type PromqlQuery,
} from "../promql/promql-queries";

/** Where an annotation prints the measured value: through which functions, and what stands behind it. */
interface PrintedValue {
  readonly alert: DeployedAlert;
  readonly query: PromqlQuery;
  readonly annotation: string;
  readonly functions: readonly string[];
  /** The text directly behind the action. */
  readonly after: string;
}

/** A value printed as it is: up to 17 digits, of which nobody reads more than three. */
export const rawValue: Check = {
  id: "templates/raw-value",
  severity: "warning",
  title: "A measured value that is printed with all of its digits",
  run: (deployment) =>
    printedValues(deployment)
      .filter(({ functions }) => functions.length === 0)
      .map((printed) => ({
        ...placeOf(printed),
        message: "{{ $value }} prints every digit of the number",
        fix: "write {{ $value | humanize }}, humanizePercentage, humanizeDuration, or printf with a format",
      })),
};

/** A value formatted as what it is not: a rate as a percentage, a share with a percent sign behind it. */
export const valueFormat: Check = {
  id: "templates/value-format",
  severity: "error",
  title: "A measured value that is printed in another unit than it has",
  run: (deployment) =>
    printedValues(deployment).flatMap((printed) => {
      const { query, functions, after } = printed;
      const semantic = semanticQuery(query);
      const unit = semantic && unitOf(semantic, semantic.ast);
      if (unit === undefined) return [];
      const isShare = functions.includes("humanizePercentage");
      const isTime = functions.includes("humanizeDuration");
      const problem =
        isShare && unit !== "ratio"
          ? `humanizePercentage takes a ratio between 0 and 1, but the value is in ${unit}`
          : isTime && unit !== "seconds"
            ? `humanizeDuration takes seconds, but the value is in ${unit}`
            : !isShare && unit === "ratio" && /^\s?%/.test(after)
              ? "the value is a ratio between 0 and 1, so a percent sign behind it makes it a hundred times too small"
              : !isShare && unit === "ratio" && /^\s*\w+ per second/.test(after)
                ? "the value is a ratio, not a rate per second"
                : undefined;
      return problem === undefined
        ? []
        : [
            {
              ...placeOf(printed),
              message: problem,
              fix: "choose the function for the unit: humanizePercentage for ratios, humanizeDuration for seconds, humanize for the rest",
            },
          ];
    }),
};

function placeOf({
  query,
  annotation,
}: PrintedValue): Pick<Violation, "path" | "suppress"> {
  return {
    path: `${query.path} > annotation ${annotation}`,
    suppress: query.suppress,
  };
}

function printedValues(deployment: Deployment): readonly PrintedValue[] {
  return promqlQueries(deployment).flatMap((query) => {
    if (query.owner.kind !== "alert") return [];
    const { alert } = query.owner;
    return Object.entries(alert.annotations).flatMap(([annotation, text]) =>
      text.includes("{{")
        ? tokenizeTemplate(text).actions.flatMap(({ at, tokens }) =>
            isValue(tokens[0], tokens)
              ? [
                  {
                    alert,
                    query,
                    annotation,
                    functions: tokens
                      .filter(({ kind }) => kind === "word")
                      .map((token) => token.text),
                    after: text.slice(text.indexOf("}}", at) + 2),
                  },
                ]
              : [],
          )
        : [],
    );
  });
}

/** `$value`, `.Value` or a call with it; not a condition or a block. */
function isValue(
  first: TemplateToken | undefined,
  tokens: readonly TemplateToken[],
): boolean {
  const keywords = ["if", "else", "end", "range", "with", "template", "define"];
  return (
    !(first?.kind === "word" && keywords.includes(first.text)) &&
    tokens.some(({ kind, text }) => kind === "variable" && text === "$value") &&
    tokens.every(
      ({ kind, text }) =>
        kind !== "word" ||
        /^(?:humanize\w*|printf|parseDuration|toTime)$/.test(text),
    )
  );
}
