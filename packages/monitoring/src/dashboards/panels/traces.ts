import { PanelBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import {
  panel,
  type Panel,
  type PanelTraits,
  type QueryPanelProps,
} from "../panel";

const traits: PanelTraits = {
  width: "full",
  height: 12,
  accepts: ["tempo", "jaeger"],
  shape: { mode: "range", format: "table" },
  numeric: false,
  named: false,
};

/** The spans of one trace; lists of traces are tables. */
export function traces(
  key: string,
  props: QueryPanelProps<PanelBuilder>,
): Panel {
  return panel(key, "traces", traits, props, () =>
    new PanelBuilder().type("traces"),
  );
}
