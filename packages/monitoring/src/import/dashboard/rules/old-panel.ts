import {
  fieldsIn,
  fieldsOf,
  isFields,
  numberOf,
  own,
  textOf,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { migrationTo } from "./migration";

/** Panels whose options once stood beside the panel's own fields: texts, lists of dashboards and of alerts, pie charts. */
export function migrateOldPanel(panel: Fields, ledger: Ledger): void {
  const fields = moved[plainText(panel.type)];
  for (const field of fields ?? []) {
    const value = own(panel, field);
    if (value === undefined || isFields(value)) continue;
    const options = fieldsIn(panel, "options");
    if (own(options, field) === undefined) options[field] = value;
    ledger.take("oldPanel", panel, field);
  }
  if (panel.type === "grafana-piechart-panel") migratePiechart(panel, ledger);
}

const moved: Readonly<Record<string, readonly string[]>> = {
  text: ["mode", "content"],
  logs: ["showTime", "showLabels", "wrapLogMessage", "sortOrder"],
};

function migratePiechart(panel: Fields, ledger: Ledger): void {
  const rule = "oldPanel";
  const { options, defaults, overrides } = migrationTo(
    "piechart",
    rule,
    panel,
    ledger,
  );
  const take = (field: string) => ledger.take(rule, panel, field);
  options.pieType = take("pieType") === "donut" ? "donut" : "pie";
  const value = textOf(take("valueName")) ?? "current";
  options.reduceOptions = {
    calcs: [
      value === "total"
        ? "sum"
        : value === "avg"
          ? "mean"
          : value === "current"
            ? "lastNotNull"
            : value,
    ],
    fields: "",
    values: false,
  };
  const unit = textOf(take("format"));
  if (unit !== undefined) defaults.unit = unit;
  const legend = ledger.open(panel, "legend");
  const values = ledger.take(rule, legend, "values") === true;
  const percentage = ledger.take(rule, legend, "percentage") === true;
  const placed = take("legendType");
  options.legend = {
    showLegend: ledger.take(rule, legend, "show") !== false,
    displayMode: values || percentage ? "table" : "list",
    placement: placed === "Right side" ? "right" : "bottom",
    values: [...(values ? ["value"] : []), ...(percentage ? ["percent"] : [])],
    calcs: [],
  };
  const colors = fieldsOf(own(panel, "aliasColors"));
  if (Object.keys(colors).length === 0) take("aliasColors");
  else delete panel.aliasColors;
  for (const [alias, color] of Object.entries(colors)) {
    if (typeof color !== "string") continue;
    ledger.note(rule, colors, alias);
    overrides.push({
      matcher: { id: "byName", options: alias },
      properties: [
        { id: "color", value: { mode: "fixed", fixedColor: color } },
      ],
    });
  }
  for (const field of [
    "cacheTimeout",
    "fontSize",
    "strokeWidth",
    "nullPointMode",
    "maxDataPoints",
    "legendSort",
  ])
    if (field !== "maxDataPoints") take(field);
  const combine = ledger.open(panel, "combine");
  // What falls below a threshold of nothing is nothing.
  if ((numberOf(own(combine, "threshold")) ?? 0) === 0)
    for (const field of ["threshold", "label"])
      ledger.take(rule, combine, field);
}
