import { dataSourceRef, queryKindOf } from "../../../dashboards/data-sources";
import {
  fieldsOf,
  isFields,
  own,
  sameJson,
  textOf,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import {
  literal,
  rawOf,
  someOf,
  word,
  type Call,
  type ExpressionFields,
} from "./expression";
import type { References } from "./query-words";

/** A variable in words; `patch` are further fields in Grafana's words. */
export function variableWord(
  variable: Fields,
  references: References,
  patch: Fields,
): Call {
  const name = textOf(variable.name) ?? "";
  const common: ExpressionFields = {
    label: textOf(variable.label),
    description: textOf(variable.description),
    hide:
      variable.hide === 1
        ? "label"
        : variable.hide === 2
          ? "variable"
          : undefined,
  };
  const raw = rawOf(patch);
  switch (plainText(variable.type)) {
    case "query": {
      const source = sourceOf(variable, references);
      if (source === undefined) break;
      return word(
        "queryVariable",
        name,
        typeof variable.query === "string" ? variable.query : "",
        someOf({
          ...common,
          ...choiceOf(variable),
          ...source,
          ...queryOf(variable),
          raw,
        }),
      );
    }
    case "custom":
    case "interval": {
      if (typeof variable.query !== "string") break;
      const values = variable.query.split(",");
      return word(
        variable.type === "custom" ? "customVariable" : "intervalVariable",
        name,
        values,
        someOf({
          ...common,
          ...(variable.type === "custom" ? choiceOf(variable) : {}),
          initial: initialOf(variable, values),
          raw,
        }),
      );
    }
    case "textbox":
      return word(
        "textVariable",
        name,
        someOf({ ...common, initial: textOf(variable.query), raw }),
      );
    case "adhoc": {
      const source = sourceOf(variable, references);
      if (
        source === undefined ||
        (source.source !== undefined && source.source !== "loki")
      )
        break;
      return word("adhocVariable", name, someOf({ ...common, ...source, raw }));
    }
    case "datasource":
      if (typeof variable.query !== "string") break;
      return word(
        "dataSourceVariable",
        name,
        variable.query,
        someOf({
          ...common,
          regex: textOf(variable.regex),
          initial: chosenOf(variable),
          raw,
        }),
      );
    case "constant":
      if (typeof variable.query !== "string") break;
      return word(
        "constantVariable",
        name,
        variable.query,
        someOf({ ...common, raw }),
      );
  }
  const { name: _name, ...fields } = variable;
  return word("rawVariable", name, literal(fields));
}

/** True where a variable is said in words of its own, to which patches can be added. */
export function hasWords(variable: Fields, references: References): boolean {
  return variableWord(variable, references, {}).word !== "rawVariable";
}

function choiceOf(variable: Fields): ExpressionFields {
  return {
    multi: variable.multi === true ? true : undefined,
    includeAll: variable.includeAll === true ? true : undefined,
    allValue: textOf(variable.allValue),
  };
}

function sourceOf(
  variable: Fields,
  references: References,
): ExpressionFields | undefined {
  const { type, uid } = fieldsOf(variable.datasource);
  const kind = queryKindOf(type);
  if (kind === undefined) return undefined;
  const usual = references[kind] ?? dataSourceRef(kind).uid;
  return {
    source: kind === "prometheus" ? undefined : kind,
    datasource: uid === usual ? undefined : textOf(uid),
  };
}

const sorts: Readonly<Record<string, string | undefined>> = {
  1: undefined,
  3: "numerical",
  7: "natural",
};

function queryOf(variable: Fields): ExpressionFields {
  const sort = plainText(own(variable, "sort") ?? 0);
  return {
    regex: textOf(variable.regex),
    sort: sort in sorts ? sorts[sort] : "none",
    refresh: variable.refresh === 1 ? "load" : undefined,
  };
}

/** The value at first, where it is one of them that is not the first. */
function initialOf(
  { current }: Fields,
  values: readonly string[],
): string | undefined {
  const { value } = fieldsOf(current);
  return typeof value === "string" &&
    values.includes(value) &&
    value !== values[0]
    ? value
    : undefined;
}

/** The datasource at first, as a variable keeps it. */
export function chosenOf({ current }: Fields): ExpressionFields | undefined {
  if (!isFields(current)) return undefined;
  const { text, value, ...rest } = current;
  return typeof text === "string" &&
    typeof value === "string" &&
    sameJson(rest, {})
    ? { uid: value, name: text }
    : undefined;
}
