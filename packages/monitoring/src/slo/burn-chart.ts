import { createRequire } from "node:module";
import { secondsIn } from "../model/duration";
import type { Slo } from "../model/slo";
import { simulateBurn, windowRatio, type Firing } from "./burn-simulation";
import { budgetOf } from "./decimal";
import {
  lengthOf,
  patternText,
  segmentsOf,
  type ErrorPattern,
} from "./error-pattern";
import { spanText } from "./report";
import { factorOf, tiersOf } from "./windows";

const size = { width: 960, height: 540 };
const colors = ["#c4162a", "#fa6400", "#e0b400", "#3274d9", "#8f3bb8"];
/** Points of a line; enough for one at every other pixel. */
const points = 400;

/**
 * An SVG of what `simulateBurn` says: above, the burn rate of each tier's long window with its threshold dashed; below,
 * when each tier fires. The same input gives the same bytes.
 */
export function burnChart(slo: Slo, pattern: ErrorPattern): string {
  const charts = createRequire(__filename)(
    "echarts/dist/echarts.common.min.js",
  ) as ChartLibrary;
  const chart = charts.init(null, null, {
    renderer: "svg",
    ssr: true,
    ...size,
  });
  try {
    chart.setOption(chartOption(slo, pattern));
    return renumbered(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/**
 * What is used of Apache ECharts, whose types a CommonJS project cannot read. It is loaded when a chart is drawn, and
 * with common kinds of charts only, in half the time.
 */
interface ChartLibrary {
  init(
    element: null,
    theme: null,
    options: {
      readonly renderer: "svg";
      readonly ssr: true;
      readonly width: number;
      readonly height: number;
    },
  ): {
    setOption(option: object): void;
    renderToSVGString(): string;
    /** Until then a timer keeps the process alive. */
    dispose(): void;
  };
}

/** Ids in the SVG count on from chart to chart within a process; here they count from 0 in every chart. */
function renumbered(svg: string): string {
  const ids = new Map<string, string>();
  return svg.replace(/\bzr\d+-(cls-|c)\d+/g, (id, kind: string) => {
    const known = ids.get(id) ?? `${kind}${ids.size}`;
    ids.set(id, known);
    return known;
  });
}

/** When everything has happened: the last alert has stopped, or the longest window is full. */
export function horizonOf(slo: Slo, pattern: ErrorPattern): number {
  const firings = simulateBurn(slo, pattern).flatMap((tier) => tier.firings);
  const stops = firings.map(({ from, until }) => until ?? 2 * from);
  const least = Math.max(2 * lengthOf(pattern), 3600);
  return Math.max(least, ...stops.map((stop) => 1.05 * stop));
}

function chartOption(slo: Slo, pattern: ErrorPattern) {
  const horizon = horizonOf(slo, pattern);
  const tiers = tiersOf(slo);
  const names = tiers.map(({ tier }) => tier);
  const axis = {
    type: "value",
    min: 0,
    max: horizon,
    interval: tickSeconds(horizon),
    axisLabel: {
      showMaxLabel: false,
      formatter: (seconds: number) => spanText(seconds),
    },
  };
  return {
    animation: false,
    color: colors,
    title: {
      text: `${slo.title}: ${patternText(pattern)}`,
      left: "center",
    },
    legend: { top: 30, data: names },
    grid: [
      { left: 90, right: 40, top: 70, height: 290 },
      { left: 90, right: 40, top: 400, height: 100 },
    ],
    xAxis: [
      { ...axis, gridIndex: 0, name: "" },
      { ...axis, gridIndex: 1 },
    ],
    yAxis: [
      {
        type: "value",
        gridIndex: 0,
        name: "burn rate",
        max: Math.ceil(
          1.5 * Math.max(...tiers.map((tier) => factorOf(tier, slo.period))),
        ),
      },
      { type: "category", gridIndex: 1, data: names, inverse: true },
    ],
    series: [
      ...tiers.map((tier, index) => ({
        name: tier.tier,
        type: "line",
        showSymbol: false,
        clip: true,
        data: burnRates(slo, pattern, secondsIn(tier.long), horizon),
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { type: "dashed", color: colors[index] },
          data: [{ yAxis: factorOf(tier, slo.period) }],
        },
      })),
      ...simulateBurn(slo, pattern).map(({ tier, firings }, index) => ({
        name: `${tier.tier} fires`,
        type: "line",
        xAxisIndex: 1,
        yAxisIndex: 1,
        showSymbol: false,
        lineStyle: { width: 12, color: colors[index % colors.length] },
        data: bars(firings, tier.tier, horizon),
      })),
    ],
  };
}

/** The smallest round step that gives at most eight ticks. */
function tickSeconds(horizon: number): number {
  const day = 86_400;
  const steps = [300, 600, 1800, 3600, 7200, 21_600, day / 2, day, 2 * day];
  return steps.find((step) => horizon / step <= 8) ?? 7 * day;
}

function burnRates(
  slo: Slo,
  pattern: ErrorPattern,
  window: number,
  horizon: number,
): [number, number][] {
  const segments = segmentsOf(pattern);
  const budget = budgetOf(slo.objective);
  return Array.from({ length: points + 1 }, (_, index) => {
    const at = (horizon * index) / points;
    return [at, windowRatio(segments, at, window) / budget];
  });
}

/** A line per firing; a gap between them. */
function bars(
  firings: readonly Firing[],
  tier: string,
  horizon: number,
): (string | number | null)[][] {
  return firings.flatMap(({ from, until = horizon }) => [
    [from, tier],
    [until, tier],
    [until, null],
  ]);
}
