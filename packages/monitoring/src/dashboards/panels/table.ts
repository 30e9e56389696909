import {
  FieldTextAlignment,
  TableCellHeight,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";

export interface TableProps extends ValuePanelProps<PanelBuilder> {
  /** The column that orders the rows at first. @default - as the query returns them */
  readonly sortBy?: { readonly column: string; readonly descending?: boolean };
  /** Whether columns can be filtered. @default true */
  readonly filterable?: boolean;
}

const traits: PanelTraits = {
  width: "full",
  height: 8,
  accepts: ["prometheus", "loki", "tempo", "jaeger", "sql"],
  shape: { mode: "instant", format: "table" },
  numeric: true,
  named: false,
};

/** Rows and columns; `unit` is that of the numbers, overrides give columns their own. */
export function table(key: string, props: TableProps): Panel {
  return panel(key, "table", traits, props, () => {
    const builder = new PanelBuilder()
      .showHeader(true)
      .cellHeight(TableCellHeight.Sm)
      .align(FieldTextAlignment.Auto)
      .filterable(props.filterable ?? true)
      .colorScheme(colorMode("thresholds"));
    if (props.sortBy) {
      const { column, descending } = props.sortBy;
      builder.sortBy([
        { build: () => ({ displayName: column, desc: descending ?? false }) },
      ]);
    }
    return builder;
  });
}
