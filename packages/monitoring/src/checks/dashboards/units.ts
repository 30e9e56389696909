import { objectOf, objectsOf } from "../../internal/json-tree";
import { isGrafanaUnit } from "../../dashboards/unit";
import type { Check } from "../check";
import { perDashboard, textOf } from "./panels";

/** Panels that show numbers, which mean nothing without a unit. */
const numeric = [
  "barchart",
  "bargauge",
  "gauge",
  "histogram",
  "piechart",
  "stat",
  "timeseries",
];

/** A panel of numbers without a unit, or with one that Grafana cannot format. */
export const unit: Check = {
  id: "dashboards/unit",
  severity: "error",
  title: "A panel of numbers without a unit, or with an unknown one",
  run: perDashboard(({ panels }) =>
    panels.flatMap(({ panel, path, suppress }) => {
      const { defaults, overrides } = objectOf(panel.fieldConfig);
      const own = textOf(objectOf(defaults).unit);
      const others = objectsOf(overrides).flatMap(({ properties }) =>
        objectsOf(properties).flatMap(({ id, value }) =>
          id === "unit" ? (textOf(value) ?? []) : [],
        ),
      );
      const unknown = [own ?? [], others]
        .flat()
        .filter((text) => !isGrafanaUnit(text));
      return [
        ...(numeric.includes(String(panel.type)) && own === undefined
          ? ["it shows numbers without a unit"]
          : []),
        ...unknown.map((text) => `Grafana has no unit "${text}"`),
      ].map((message) => ({
        path,
        message,
        fix: 'give it the id of a Grafana unit, such as "reqps", "s", "percentunit", or "short" for plain counts',
        suppress,
      }));
    }),
  ),
};

/** A panel that asks nothing, although its type shows the answer to a query. */
export const emptyPanel: Check = {
  id: "dashboards/empty-panel",
  severity: "error",
  title: "A panel without a query",
  run: perDashboard(({ panels }) =>
    panels.flatMap(({ panel, path, suppress }) =>
      [...numeric, "table", "logs", "heatmap", "traces"].includes(
        String(panel.type),
      ) && objectsOf(panel.targets).every(({ hide }) => hide === true)
        ? [
            {
              path,
              message: `a ${String(panel.type)} panel shows the answer to a query, and has none that is shown`,
              fix: "give it a query, or make it a text panel",
              suppress,
            },
          ]
        : [],
    ),
  ),
};
