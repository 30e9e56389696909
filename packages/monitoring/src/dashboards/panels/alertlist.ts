import { PanelBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { objectOf } from "../../internal/json-tree";
import { anyText, number, type Form } from "../form";
import type { Panel, PanelProps } from "../panel";
import { panelKind, type OwnProperties } from "../panel-kind";
import { always } from "../property";

export interface AlertlistProps extends PanelProps<PanelBuilder> {
  /** Which alerts, by label: `{team="payments"}`. @default - those of the dashboard's system */
  readonly filter?: string;
  /** @default 20 */
  readonly limit?: number;
  /** @default ["firing", "pending", "noData", "error"] */
  readonly states?: readonly AlertState[];
}

const alertStates = [
  "firing",
  "pending",
  "recovering",
  "noData",
  "normal",
  "error",
] as const;

type AlertState = (typeof alertStates)[number];

const states: Form<readonly AlertState[]> = {
  write: (shown) => Object.fromEntries(shown.map((state) => [state, true])),
  read: (found) => {
    const shown = Object.entries(objectOf(found)).flatMap(([state, isShown]) =>
      isShown === true ? [state] : [],
    );
    const known = alertStates.filter((state) => shown.includes(state));
    return known.length === 0 ? undefined : known;
  },
};

const properties: OwnProperties<AlertlistProps> = {
  "options.viewMode": always("list"),
  "options.groupMode": always("default"),
  "options.groupBy": always([]),
  limit: { path: "options.maxItems", form: number, usual: 20 },
  "options.sortOrder": always(3),
  "options.dashboardAlerts": always(false),
  "options.alertName": always(""),
  filter: {
    path: "options.alertInstanceLabelFilter",
    form: anyText,
    usual: (_, { system }) => `{system="${system}"}`,
  },
  states: {
    path: "options.stateFilter",
    form: states,
    usual: ["firing", "pending", "noData", "error"],
  },
};

export const alertlistKind = panelKind<AlertlistProps, PanelBuilder>({
  type: "alertlist",
  builder: () => new PanelBuilder().type("alertlist"),
  width: "half",
  height: 8,
  accepts: [],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
  properties,
});

/** The system's alerts that need somebody, the most important first. */
export function alertlist(key: string, props: AlertlistProps): Panel {
  return alertlistKind.panel(key, props);
}
