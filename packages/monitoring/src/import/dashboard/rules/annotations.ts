import {
  fieldsOf,
  isFields,
  listOf,
  own,
  sameJson,
  type Fields,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

const rule = "annotation";

/** Leaves Grafana's own annotation away, which comes by itself, and what says nothing in the others. */
export function cleanAnnotations(dashboard: Fields, ledger: Ledger): void {
  const holder = fieldsOf(dashboard.annotations);
  if (!Array.isArray(holder.list)) return;
  // First, so that what says nothing does not hide the built-in one.
  for (const item of listOf(holder.list)) {
    if (item.hide === false) ledger.take("default", item, "hide");
    ledger.takeOff(rule, item, ["showIn", "tags", "tagsField", "matchAny"]);
    if (item.builtIn === 0) ledger.take("default", item, "builtIn");
  }
  const builtIn = holder.list.filter(
    (item) => isFields(item) && isBuiltIn(item),
  );
  for (const item of builtIn) ledger.note(rule, item as Fields);
  holder.list = holder.list.filter((item) => !builtIn.includes(item));
}

/** True for the annotation that Grafana adds to every dashboard that has none, as it adds it. */
function isBuiltIn(item: Fields): boolean {
  if (item.builtIn !== 1) return false;
  const { target, datasource, ...rest } = item;
  const asked = fieldsOf(target);
  const { uid, type: _type, ...unknown } = fieldsOf(datasource);
  return (
    Object.keys(unknown).length === 0 &&
    (uid === "-- Grafana --" || uid === "grafana") &&
    sameJson(rest, usual) &&
    Object.entries(asked).every(([field, value]) =>
      sameJson(usualTarget[field], value),
    )
  );
}

const usual: Fields = {
  builtIn: 1,
  enable: true,
  hide: true,
  iconColor: "rgba(0, 211, 255, 1)",
  name: "Annotations & Alerts",
  type: "dashboard",
};

const usualTarget: Fields = {
  limit: 100,
  matchAny: false,
  tags: [],
  type: "dashboard",
};

/** Fields of a link that Grafana assumes when they are missing. */
const assumed: readonly (readonly [string, unknown])[] = [
  ["title", ""],
  ["type", "link"],
  ["icon", "external link"],
  ["tooltip", ""],
  ["tags", []],
  ["url", ""],
  ["asDropdown", false],
  ["targetBlank", false],
  ["includeVars", false],
  ["keepTime", false],
];

/** Links of dashboards, panels and values: what is assumed anyhow is left away. */
export function cleanLinks(holder: Fields, ledger: Ledger): void {
  for (const link of listOf(own(holder, "links"))) {
    for (const [field, value] of assumed)
      if (sameJson(own(link, field), value))
        ledger.take("default", link, field);
  }
}

/** What links looked like before Grafana 7: a dashboard by its name, parameters beside it. */
export function cleanPanelLinks(panel: Fields, ledger: Ledger): void {
  for (const link of listOf(own(panel, "links"))) {
    if (link.type !== "absolute" && link.type !== "dashboard") continue;
    if (link.type === "absolute") ledger.take("removedSetting", link, "type");
    const uri = own(link, "dashUri");
    if (typeof uri === "string" && link.url === undefined) {
      ledger.take("removedSetting", link, "dashUri");
      ledger.take("removedSetting", link, "type");
      link.url = `/dashboard/${uri}`;
    }
  }
  cleanLinks(panel, ledger);
  cleanLinks(fieldsOf(fieldsOf(panel.fieldConfig).defaults), ledger);
}
