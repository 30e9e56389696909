import { PanelBuilder, TextMode } from "@grafana/grafana-foundation-sdk/text";
import { panel, type Panel, type PanelProps, type PanelTraits } from "../panel";

export interface TextProps extends PanelProps<PanelBuilder> {
  /** Markdown. */
  readonly content: string;
}

const traits: PanelTraits = {
  width: "full",
  height: 4,
  accepts: [],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
};

/** Words, in Markdown. */
export function text(key: string, props: TextProps): Panel {
  return panel(key, "text", traits, props, () =>
    new PanelBuilder().mode(TextMode.Markdown).content(props.content),
  );
}
