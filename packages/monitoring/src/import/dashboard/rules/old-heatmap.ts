import {
  numberOf,
  own,
  textOf,
  type Fields,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { migrationTo } from "./migration";

const rule = "oldHeatmap";

/** A heatmap of before Grafana 9, whose settings stand beside the panel's fields. */
export function migrateOldHeatmap(panel: Fields, ledger: Ledger): void {
  const old =
    panel.type === "heatmap" &&
    ["dataFormat", "cards", "heatmap", "yBucketBound"].some(
      (field) => own(panel, field) !== undefined,
    );
  if (!old) return;
  const { options } = migrationTo("heatmap", rule, panel, ledger);
  const take = (field: string) => ledger.take(rule, panel, field);
  options.calculate = take("dataFormat") !== "tsbuckets";
  const color = ledger.open(panel, "color");
  const scheme = textOf(ledger.take(rule, color, "colorScheme"));
  const spectrum = ledger.take(rule, color, "mode") !== "opacity";
  const fill = textOf(ledger.take(rule, color, "cardColor"));
  const scale = textOf(ledger.take(rule, color, "colorScale"));
  options.color = {
    mode: spectrum ? "scheme" : "opacity",
    scheme: (scheme ?? "interpolateOranges").replace("interpolate", ""),
    fill: fill ?? "dark-orange",
    exponent: numberOf(ledger.take(rule, color, "exponent")) ?? 0.5,
    scale: scale === "linear" ? "linear" : "exponential",
    steps: 64,
    reverse: false,
  };
  const empty = ledger.open(panel, "heatmap");
  if (Object.keys(empty).length === 0) ledger.note(rule, empty);
  const cards = ledger.open(panel, "cards");
  options.cellGap = numberOf(ledger.take(rule, cards, "cardPadding")) ?? 1;
  ledger.takeOff(rule, cards, ["cardRound"]);
  const yAxis = ledger.open(panel, "yAxis");
  const unit = textOf(ledger.take(rule, yAxis, "format"));
  const decimals = numberOf(ledger.take(rule, yAxis, "decimals"));
  options.yAxis = {
    axisPlacement:
      ledger.take(rule, yAxis, "show") === false ? "hidden" : "left",
    reverse: take("reverseYBuckets") === true,
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
  };
  ledger.takeOff(rule, yAxis, ["min", "max", "splitFactor"]);
  if (own(yAxis, "logBase") === 1) ledger.take(rule, yAxis, "logBase");
  const xAxis = ledger.open(panel, "xAxis");
  ledger.take(rule, xAxis, "show");
  const legend = ledger.open(panel, "legend");
  options.legend = { show: ledger.take(rule, legend, "show") === true };
  const tooltip = ledger.open(panel, "tooltip");
  options.tooltip = {
    mode: ledger.take(rule, tooltip, "show") === false ? "none" : "single",
    yHistogram: ledger.take(rule, tooltip, "showHistogram") === true,
    showColorScale: false,
  };
  if (take("hideZeroBuckets") === true) options.filterValues = { le: 1e-9 };
  options.rowsFrame = { layout: textOf(take("yBucketBound")) ?? "auto" };
  take("highlightCards");
  ledger.takeOff(rule, panel, [
    "xBucketNumber",
    "xBucketSize",
    "yBucketNumber",
    "yBucketSize",
    "tooltipDecimals",
  ]);
}
