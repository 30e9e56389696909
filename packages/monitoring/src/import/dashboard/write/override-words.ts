import { isGrafanaUnit } from "../../../dashboards/unit";
import {
  isFields,
  listOf,
  own,
  sameJson,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import { Call, literal, rawOf, type Expression } from "./expression";
import {
  fixedColorOf,
  linkWord,
  mappingsWord,
  thresholdsWord,
} from "./look-words";

/** The names of a look in the order in which the house style renders them, and how each reads its property. */
const looks: readonly (readonly [
  name: string,
  id: string,
  read: (value: Json) => Expression,
])[] = [
  ["displayName", "displayName", textWord],
  ["unit", "unit", (value) => (isUnit(value) ? value : undefined)],
  ["decimals", "decimals", numberWord],
  ["min", "min", numberWord],
  ["max", "max", numberWord],
  ["color", "color", fixedColorOf],
  ["thresholds", "thresholds", thresholdsWord],
  ["mappings", "mappings", mappingsWord],
  ["axis", "custom.axisPlacement", oneOf("left", "right", "hidden")],
  [
    "dashed",
    "custom.lineStyle",
    (value) => sameJson(value, { fill: "dash", dash: [8, 8] }) || undefined,
  ],
  ["fill", "custom.fillOpacity", numberWord],
  [
    "negative",
    "custom.transform",
    (value) => value === "negative-Y" || undefined,
  ],
  ["drawStyle", "custom.drawStyle", oneOf("line", "bars", "points")],
  ["cell", "custom.cellOptions", cellWord],
  ["columnWidth", "custom.width", numberWord],
  [
    "hidden",
    "custom.hidden",
    (value) => (typeof value === "boolean" ? value : undefined),
  ],
  ["links", "links", linksWord],
];

const by: Readonly<Record<string, string>> = {
  byName: "byName",
  byRegexp: "byRegexp",
  byFrameRefID: "byQuery",
  byType: "byType",
};

/** The overrides of a panel in words; undefined where one of them cannot be said. */
export function overrideWords(
  overrides: Json,
): readonly Expression[] | undefined {
  if (!Array.isArray(overrides)) return undefined;
  const words: Expression[] = [];
  for (const override of overrides) {
    const said = isFields(override) ? overrideWord(override) : undefined;
    if (said === undefined) return undefined;
    words.push(said);
  }
  return words;
}

function overrideWord(override: Fields): Expression {
  const { matcher, properties, ...rest } = override;
  if (!isFields(matcher)) return undefined;
  const { id, options, ...others } = matcher;
  if (typeof id !== "string" || Object.keys(others).length > 0)
    return undefined;
  if (options === undefined || !Array.isArray(properties)) return undefined;
  const isTyped = (property: Json): boolean =>
    isFields(property) && typeof property.id === "string";
  if (!properties.every(isTyped)) return undefined;
  const look = lookOf(properties, rest);
  const named = by[id];
  return named !== undefined && typeof options === "string"
    ? new Call(named, [options, look])
    : new Call("byMatcher", [id, literal(options), look]);
}

/** Words as long as the order allows; the rest as it stands. */
function lookOf(properties: readonly Json[], rest: Fields): Expression {
  const look: Record<string, Expression> = {};
  let reached = -1;
  for (const [at, property] of properties.entries()) {
    const index = looks.findIndex(
      ([, id], position) =>
        position > reached && isFields(property) && property.id === id,
    );
    const found = looks[index];
    const value =
      found === undefined ||
      !isFields(property) ||
      Object.keys(property).length !== 2
        ? undefined
        : found[2](own(property, "value"));
    if (found === undefined || value === undefined) {
      look.properties = properties.slice(at).map(literal);
      break;
    }
    look[found[0]] = value;
    reached = index;
  }
  look.raw = rawOf(rest);
  return look;
}

function isUnit(value: Json): value is string {
  return typeof value === "string" && isGrafanaUnit(value);
}

function textWord(value: Json): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberWord(value: Json): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function oneOf(...allowed: readonly string[]): (value: Json) => Expression {
  return (value) =>
    typeof value === "string" && allowed.includes(value) ? value : undefined;
}

const cells = [
  "auto",
  "color-text",
  "color-background",
  "color-background-solid",
  "gradient-gauge",
  "lcd-gauge",
  "basic",
  "gauge",
  "sparkline",
  "json-view",
  "image",
  "custom",
];

function cellWord(value: Json): string | undefined {
  if (!isFields(value) || Object.keys(value).length !== 1) return undefined;
  const { type } = value;
  return typeof type === "string" && cells.includes(type) ? type : undefined;
}

/** Links in overrides are rendered with all fields: only such are words. */
function linksWord(value: Json): Expression {
  const links = listOf(value);
  const full = [
    "type",
    "icon",
    "tooltip",
    "tags",
    "asDropdown",
    "targetBlank",
    "includeVars",
    "keepTime",
    "title",
    "url",
  ];
  const words = links.map((link) => {
    const usual =
      link.type === "link" &&
      link.icon === "external link" &&
      sameJson(link.tags, []) &&
      link.asDropdown === false &&
      link.includeVars === false &&
      link.keepTime === false;
    return usual &&
      Object.keys(link).every((name) => full.includes(name)) &&
      full.every((name) => name in link)
      ? linkWord({
          title: link.title,
          url: link.url,
          ...(link.targetBlank === true ? { targetBlank: true } : {}),
          ...(link.tooltip === "" ? {} : { tooltip: link.tooltip }),
        })
      : undefined;
  });
  return Array.isArray(value) &&
    words.length === value.length &&
    words.every((link) => link !== undefined)
    ? words
    : undefined;
}
