import {
  fieldsOf,
  listOf,
  own,
  plainText,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import { says } from "./exact";
import { literal, word, type Expression } from "./expression";

/** Transformations, each by its word where it says exactly that. */
export function transformationWords(
  transformations: readonly unknown[],
): readonly Expression[] {
  return transformations.map((transformation) => {
    const candidate = candidateOf(fieldsOf(transformation));
    return candidate !== undefined && says(candidate, transformation as Json)
      ? candidate
      : literal(transformation);
  });
}

function candidateOf({ id, options }: Fields): Expression {
  const said = fieldsOf(options);
  switch (plainText(id)) {
    case "merge":
      return word("merge");
    case "labelsToFields":
      return word("labelsToFields");
    case "joinByField":
      return word(
        "joinByField",
        textIn(said, "byField"),
        said.mode === "outer" ? undefined : textIn(said, "mode"),
      );
    case "limit":
      return typeof said.limitField === "number"
        ? word("limit", said.limitField)
        : undefined;
    case "filterFieldsByName":
      return word("filterFields", textIn(fieldsOf(said.include), "pattern"));
    case "sortBy": {
      const [sort] = listOf(said.sort);
      return word(
        "sortByField",
        textIn(fieldsOf(sort), "field"),
        sort?.desc === true ? true : undefined,
      );
    }
    case "reduce": {
      const reducers = Array.isArray(said.reducers) ? said.reducers : [];
      if (!reducers.every((reducer) => typeof reducer === "string"))
        return undefined;
      const usual = reducers.length === 1 && reducers[0] === "lastNotNull";
      return word(
        "reduceToRows",
        usual && said.labelsToFields !== true ? undefined : literal(reducers),
        said.labelsToFields === true ? true : undefined,
      );
    }
    case "convertFieldType": {
      const [conversion] = listOf(said.conversions);
      return word(
        "timeAsText",
        textIn(fieldsOf(conversion), "targetField"),
        textIn(fieldsOf(conversion), "dateFormat"),
      );
    }
    case "organize":
      return organizeWord(said);
    default:
      return undefined;
  }
}

function organizeWord(fields: Fields): Expression {
  const order = Object.entries(fieldsOf(fields.indexByName)).sort(
    ([, a], [, b]) => Number(a) - Number(b),
  );
  const names = fieldsOf(fields.renameByName);
  const hidden = Object.keys(fieldsOf(fields.excludeByName));
  const columns = Object.fromEntries(
    order.map(([name]) => [name, textIn(names, name) ?? name]),
  );
  return word("organize", {
    columns: order.length === 0 ? undefined : columns,
    hide: hidden.length === 0 ? undefined : hidden,
  });
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = own(fields, name);
  return typeof value === "string" ? value : undefined;
}
