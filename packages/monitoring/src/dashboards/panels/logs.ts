import { PanelBuilder } from "@grafana/grafana-foundation-sdk/logs";
import { boolean, called } from "../form";
import type { Panel, QueryPanelProps } from "../panel";
import { panelKind, type OwnProperties } from "../panel-kind";
import { always } from "../property";

export interface LogsProps extends QueryPanelProps<PanelBuilder> {
  /** @default "newest" */
  readonly first?: "newest" | "oldest";
  /** Whether long lines are wrapped. @default true */
  readonly wrap?: boolean;
  /** Whether JSON lines are laid out. @default false */
  readonly prettify?: boolean;
}

const properties: OwnProperties<LogsProps> = {
  "options.showTime": always(true),
  wrap: { path: "options.wrapLogMessage", form: boolean, usual: true },
  prettify: { path: "options.prettifyLogMessage", form: boolean, usual: false },
  "options.enableLogDetails": always(true),
  "options.dedupStrategy": always("none"),
  first: {
    path: "options.sortOrder",
    form: called({ newest: "Descending", oldest: "Ascending" }),
    usual: "newest",
  },
};

export const logsKind = panelKind<LogsProps, PanelBuilder>({
  type: "logs",
  builder: () => new PanelBuilder(),
  width: "full",
  height: 10,
  accepts: ["loki"],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
  properties,
  assumed: {
    options: {
      dedupStrategy: "none",
      enableInfiniteScrolling: false,
      enableLogDetails: true,
      prettifyLogMessage: false,
      showCommonLabels: false,
      showLabels: false,
      showLogContextToggle: false,
      showTime: false,
      sortOrder: "Descending",
      wrapLogMessage: false,
    },
  },
});

/** Log lines. */
export function logs(key: string, props: LogsProps): Panel {
  return logsKind.panel(key, props);
}
