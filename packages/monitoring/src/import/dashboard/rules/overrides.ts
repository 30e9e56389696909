import {
  fieldsOf,
  isFields,
  listOf,
  own,
  type Fields,
  plainText,
} from "../../../internal/json-tree";

/** The order in which the house style names what fields look like. */
const order = [
  "displayName",
  "unit",
  "decimals",
  "min",
  "max",
  "color",
  "thresholds",
  "mappings",
  "custom.axisPlacement",
  "custom.lineStyle",
  "custom.fillOpacity",
  "custom.transform",
  "custom.drawStyle",
  "custom.cellOptions",
  "custom.width",
  "custom.hidden",
  "links",
];

/** The properties of an override hold at once: each is said once, and their order says nothing. */
export function orderOverrides(panel: Fields): void {
  for (const override of listOf(fieldsOf(panel.fieldConfig).overrides)) {
    const properties = own(override, "properties");
    if (!Array.isArray(properties) || !properties.every(isFields)) continue;
    const ids = properties.map(({ id }) => id);
    if (new Set(ids).size < ids.length) continue;
    const place = ({ id }: Fields): number => {
      const at = order.indexOf(plainText(id));
      return at < 0 ? order.length : at;
    };
    const sorted = [...properties].sort((a, b) => place(a) - place(b));
    if (sorted.every((property, at) => property === properties[at])) continue;
    override.properties = sorted;
    // Nothing is taken: each property is found where it was, by what it belongs to.
  }
}
