import { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import { objectsOf } from "../../internal/json-tree";
import { text, boolean, type Form } from "../form";
import type { Panel, ValuePanelProps } from "../panel";
import { panelKind, type OwnProperties, colorMode } from "../panel-kind";
import { always } from "../property";

export interface TableProps extends ValuePanelProps<PanelBuilder> {
  /** The column that orders the rows at first. @default - as the query returns them */
  readonly sortBy?: { readonly column: string; readonly descending?: boolean };
  /** Whether columns can be filtered. @default true */
  readonly filterable?: boolean;
}

const sortBy: Form<NonNullable<TableProps["sortBy"]>> = {
  write: ({ column, descending = false }) => [
    { displayName: column, desc: descending },
  ],
  read: (found) => {
    const [sort, ...others] = objectsOf(found);
    const column = text.read(sort?.displayName, undefined);
    if (column === undefined || others.length > 0) return undefined;
    return { column, ...(sort?.desc === true ? { descending: true } : {}) };
  },
};

const properties: OwnProperties<TableProps> = {
  "options.showHeader": always(true),
  "options.cellHeight": always("sm"),
  "fieldConfig.defaults.custom.align": always("auto"),
  filterable: {
    path: "fieldConfig.defaults.custom.filterable",
    form: boolean,
    usual: true,
  },
  sortBy: { path: "options.sortBy", form: sortBy },
};

export const tableKind = panelKind<TableProps, PanelBuilder>({
  type: "table",
  builder: () => new PanelBuilder(),
  width: "full",
  height: 8,
  accepts: ["prometheus", "loki", "tempo", "jaeger", "sql"],
  shape: { mode: "instant", format: "table" },
  numeric: true,
  named: false,
  properties,
  color: colorMode("thresholds"),
  assumed: {
    options: {
      cellHeight: "sm",
      frameIndex: 0,
      showHeader: true,
      showTypeIcons: false,
      sortBy: [],
    },
    custom: {
      align: "auto",
      cellOptions: { type: "auto" },
      filterable: false,
      inspect: false,
    },
    color: "thresholds",
  },
});

/** Rows and columns; `unit` is that of the numbers, overrides give columns their own. */
export function table(key: string, props: TableProps): Panel {
  return tableKind.panel(key, props);
}
