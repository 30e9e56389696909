import {
  fieldsOf,
  isFields,
  listOf,
  own,
  plainText,
  type Fields,
  type Json,
} from "../json";
import { says } from "./exact";
import { literal, word, type Expression, type HouseStyle } from "./expression";

/** Transformations, each by its word where it says exactly that. */
export function transformationWords(
  transformations: Json,
  house: HouseStyle,
): readonly Expression[] | undefined {
  if (!Array.isArray(transformations)) return undefined;
  return transformations.map((transformation) => {
    const candidate = isFields(transformation)
      ? candidateOf(transformation)
      : undefined;
    return candidate !== undefined && says(candidate, transformation, house)
      ? candidate
      : literal(transformation);
  });
}

function candidateOf({ id, options }: Fields): Expression {
  const fields = fieldsOf(options);
  switch (plainText(id)) {
    case "merge":
      return word("merge");
    case "labelsToFields":
      return word("labelsToFields");
    case "joinByField":
      return word(
        "joinByField",
        textIn(fields, "byField"),
        fields.mode === "outer" ? undefined : textIn(fields, "mode"),
      );
    case "limit":
      return word("limit", own(fields, "limitField"));
    case "filterFieldsByName":
      return word("filterFields", textIn(fieldsOf(fields.include), "pattern"));
    case "sortBy": {
      const [sort] = listOf(fields.sort);
      return word(
        "sortByField",
        textIn(fieldsOf(sort), "field"),
        sort?.desc === true ? true : undefined,
      );
    }
    case "reduce": {
      const reducers = Array.isArray(fields.reducers) ? fields.reducers : [];
      const usual = reducers.length === 1 && reducers[0] === "lastNotNull";
      return word(
        "reduceToRows",
        usual && fields.labelsToFields !== true ? undefined : literal(reducers),
        fields.labelsToFields === true ? true : undefined,
      );
    }
    case "convertFieldType": {
      const [conversion] = listOf(fields.conversions);
      return word(
        "timeAsText",
        textIn(fieldsOf(conversion), "targetField"),
        textIn(fieldsOf(conversion), "dateFormat"),
      );
    }
    case "organize":
      return organizeWord(fields);
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
