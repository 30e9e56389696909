import { PanelBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { panel, type Panel, type PanelProps, type PanelTraits } from "../panel";

export interface AlertlistProps extends PanelProps<PanelBuilder> {
  /** Which alerts, by label: `{team="payments"}`. @default - those of the dashboard's system */
  readonly filter?: string;
  /** @default 20 */
  readonly limit?: number;
  /** @default ["firing", "pending", "noData", "error"] */
  readonly states?: readonly AlertState[];
}

type AlertState =
  "firing" | "pending" | "recovering" | "noData" | "normal" | "error";

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: [],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
};

const usualStates: readonly AlertState[] = [
  "firing",
  "pending",
  "noData",
  "error",
];

/** The system's alerts that need somebody, the most important first. */
export function alertlist(key: string, props: AlertlistProps): Panel {
  return panel(key, "alertlist", traits, props, ({ system }) =>
    new PanelBuilder().type("alertlist").options({
      viewMode: "list",
      groupMode: "default",
      groupBy: [],
      maxItems: props.limit ?? 20,
      sortOrder: 3,
      dashboardAlerts: false,
      alertName: "",
      alertInstanceLabelFilter: props.filter ?? `{system="${system}"}`,
      stateFilter: Object.fromEntries(
        (props.states ?? usualStates).map((state) => [state, true]),
      ),
    }),
  );
}
