import { PanelBuilder } from "@grafana/grafana-foundation-sdk/text";
import { anyText } from "../form";
import type { Panel, PanelProps } from "../panel";
import { panelKind, type OwnProperties } from "../panel-kind";
import { always } from "../property";

export interface TextProps extends PanelProps<PanelBuilder> {
  /** Markdown. */
  readonly content: string;
}

const properties: OwnProperties<TextProps> = {
  "options.mode": always("markdown"),
  content: { path: "options.content", form: anyText, required: "" },
};

export const textKind = panelKind<TextProps, PanelBuilder>({
  type: "text",
  builder: () => new PanelBuilder(),
  width: "full",
  height: 4,
  accepts: [],
  shape: { mode: "range", format: "time_series" },
  numeric: false,
  named: false,
  properties,
  assumed: {
    options: {
      code: {
        language: "plaintext",
        showLineNumbers: false,
        showMiniMap: false,
      },
      mode: "markdown",
    },
  },
});

/** Words, in Markdown. */
export function text(key: string, props: TextProps): Panel {
  return textKind.panel(key, props);
}
