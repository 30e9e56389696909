import {
  LogsDedupStrategy,
  LogsSortOrder,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/logs";
import {
  panel,
  type Panel,
  type PanelTraits,
  type QueryPanelProps,
} from "../panel";

export interface LogsProps extends QueryPanelProps<PanelBuilder> {
  /** @default "newest" */
  readonly first?: "newest" | "oldest";
  /** Whether long lines are wrapped. @default true */
  readonly wrap?: boolean;
  /** Whether JSON lines are laid out. @default false */
  readonly prettify?: boolean;
}

const traits: PanelTraits = {
  width: "full",
  height: 10,
  accepts: ["loki"],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
};

/** Log lines. */
export function logs(key: string, props: LogsProps): Panel {
  return panel(key, "logs", traits, props, () =>
    new PanelBuilder()
      .showTime(true)
      .wrapLogMessage(props.wrap ?? true)
      .prettifyLogMessage(props.prettify ?? false)
      .enableLogDetails(true)
      .dedupStrategy(LogsDedupStrategy.None)
      .sortOrder(
        props.first === "oldest"
          ? LogsSortOrder.Ascending
          : LogsSortOrder.Descending,
      ),
  );
}
