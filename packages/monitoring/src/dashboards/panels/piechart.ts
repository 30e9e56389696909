import {
  LegendDisplayMode,
  LegendPlacement,
} from "@grafana/grafana-foundation-sdk/common";
import {
  PanelBuilder,
  PieChartLegendValues,
  PieChartType,
} from "@grafana/grafana-foundation-sdk/piechart";
import {
  colorMode,
  panel,
  type Panel,
  type PanelTraits,
  type ValuePanelProps,
} from "../panel";
import { tooltipModel, type Tooltip } from "./legend";
import { reduceModel, type Calculation } from "./reduce";

export interface PiechartProps extends ValuePanelProps<PanelBuilder> {
  /** @default "donut" */
  readonly shape?: "pie" | "donut";
  /** @default "lastNotNull" */
  readonly calculation?: Calculation;
  /** Whether every row of the result is a slice, instead of every series. @default false */
  readonly allRows?: boolean;
  /** What the pointer shows. @default "multi" */
  readonly tooltip?: Tooltip;
}

const traits: PanelTraits = {
  width: "half",
  height: 8,
  accepts: ["prometheus", "loki", "sql"],
  shape: { mode: "instant", format: "time_series" },
  numeric: true,
  named: true,
};

/** Shares of a whole. */
export function piechart(key: string, props: PiechartProps): Panel {
  return panel(key, "piechart", traits, props, () =>
    new PanelBuilder()
      .pieType(props.shape === "pie" ? PieChartType.Pie : PieChartType.Donut)
      .reduceOptions(reduceModel(props.calculation, props.allRows))
      .legend({
        build: () => ({
          showLegend: true,
          displayMode: LegendDisplayMode.Table,
          placement: LegendPlacement.Right,
          values: [PieChartLegendValues.Value, PieChartLegendValues.Percent],
          calcs: [],
        }),
      })
      .tooltip(tooltipModel(props.tooltip))
      .colorScheme(colorMode("palette-classic")),
  );
}
