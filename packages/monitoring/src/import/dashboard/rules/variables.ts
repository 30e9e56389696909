import {
  fieldsOf,
  isFields,
  listOf,
  own,
  sameJson,
  textOf,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

const rule = "variable";

/** Says of every variable what is chosen from and what is chosen at first. */
export function cleanVariables(dashboard: Fields, ledger: Ledger): void {
  for (const variable of listOf(fieldsOf(dashboard.templating).list))
    cleanVariable(variable, ledger);
}

function cleanVariable(variable: Fields, ledger: Ledger): void {
  const take = (field: string) => ledger.take(rule, variable, field);
  readHiding(variable, ledger);
  readQuery(variable, ledger);
  readRefresh(variable, ledger);
  readCurrent(variable, ledger);
  // Made by Grafana of the query or of the values.
  if (madeOfValues.includes(plainText(variable.type)))
    dropOptions(variable, ledger);
  if (textOf(variable.label) === undefined || variable.label === variable.name)
    take("label");
  for (const field of ["tags", "tagsQuery", "tagValuesQuery", "useTags"])
    ledger.takeOff("removedSetting", variable, [field]);
  for (const field of ["allFormat", "multiFormat"])
    ledger.take("removedSetting", variable, field);
  for (const [field, value] of assumed)
    if (sameJson(own(variable, field), value))
      ledger.take("default", variable, field);
  if (variable.type === "interval") {
    for (const [field, value] of [
      ["auto", false],
      ["auto_count", 30],
      ["auto_min", "10s"],
      ["refresh", 2],
    ] as const)
      if (variable[field] === value) ledger.take("default", variable, field);
  }
}

const madeOfValues = [
  "query",
  "datasource",
  "custom",
  "interval",
  "constant",
  "textbox",
  "adhoc",
];

const assumed: readonly (readonly [string, unknown])[] = [
  ["multi", false],
  ["includeAll", false],
  ["skipUrlSync", false],
  ["regex", ""],
  ["sort", 0],
  ["hide", 0],
  ["description", ""],
  ["allowCustomValue", true],
  ["queryValue", ""],
  ["allValue", ""],
];

/** The list that Grafana makes of the query or of the values, with a mark at what is chosen. */
function dropOptions(variable: Fields, ledger: Ledger): void {
  ledger.takeList(rule, variable, "options", [
    "text",
    "value",
    "selected",
    "isNone",
  ]);
}

/** Once two booleans. */
function readHiding(variable: Fields, ledger: Ledger): void {
  const label = ledger.take("removedSetting", variable, "hideLabel") === true;
  const all = ledger.take("removedSetting", variable, "hideVariable") === true;
  if (variable.hide === undefined && (label || all))
    variable.hide = all ? 2 : 1;
  if (variable.hide === "" || variable.hide === false || variable.hide === "0")
    ledger.take("removedSetting", variable, "hide");
}

/** The editor of Prometheus wraps the query in what it needs for itself; `definition` repeats it for lists. */
function readQuery(variable: Fields, ledger: Ledger): void {
  const query = own(variable, "query");
  if (variable.type === "query" && isFields(query)) {
    const fields = Object.keys(query);
    const text = own(query, "query");
    if (
      typeof text === "string" &&
      fields.every((field) => ["query", "refId", "qryType"].includes(field))
    )
      ledger.set(rule, variable, "query", text);
  }
  const definition = own(variable, "definition");
  if (definition === variable.query || definition === "")
    ledger.take(rule, variable, "definition");
  if (madeOfText.includes(plainText(variable.type)))
    ledger.takeOff(rule, variable, ["definition"]);
}

const madeOfText = ["custom", "interval", "constant", "textbox", "datasource"];

function readRefresh(variable: Fields, ledger: Ledger): void {
  const { refresh, type } = variable;
  if (typeof refresh === "boolean")
    ledger.set("removedSetting", variable, "refresh", refresh ? 1 : 0);
  if (["custom", "constant", "textbox", "adhoc"].includes(plainText(type)))
    ledger.take(rule, variable, "refresh");
  if (type === "datasource") ledger.take(rule, variable, "refresh");
}

function readCurrent(variable: Fields, ledger: Ledger): void {
  const current = own(variable, "current");
  if (current === undefined) return;
  if (!isFields(current)) {
    if (current === null) ledger.take("unset", variable, "current");
    return;
  }
  for (const field of ["selected", "isNone"]) ledger.take(rule, current, field);
  ledger.takeOff(rule, current, ["tags"]);
  const chosen = Array.isArray(current.value) ? current.value : [current.value];
  if (variable.includeAll === true && sameJson(chosen, ["$__all"])) {
    // All is what Grafana begins with.
    for (const field of ["text", "value"])
      ledger.take("default", current, field);
    if (Object.keys(current).length === 0)
      ledger.take("default", variable, "current");
  }
  if (sameJson(current.text, "None") && sameJson(current.value, ""))
    ledger.take(rule, variable, "current");
  else if (
    (variable.type === "constant" || variable.type === "textbox") &&
    sameJson(current, { text: variable.query, value: variable.query })
  )
    ledger.take(rule, variable, "current");
}
