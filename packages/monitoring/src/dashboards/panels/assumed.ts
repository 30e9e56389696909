/** What Grafana assumes of several types of panels. Source: the panels' own default options. */
export const assumedHideFrom = { legend: false, tooltip: false, viz: false };
export const assumedReduceOptions = {
  calcs: ["lastNotNull"],
  fields: "",
  values: false,
};
export const assumedTooltip = {
  mode: "single",
  sort: "none",
  hideZeros: false,
};
export const assumedLegend = {
  calcs: [],
  displayMode: "list",
  placement: "bottom",
  showLegend: true,
};
export const assumedAxis = {
  axisBorderShow: false,
  axisCenteredZero: false,
  axisColorMode: "text",
  axisLabel: "",
  axisPlacement: "auto",
  gradientMode: "none",
  hideFrom: assumedHideFrom,
  lineWidth: 1,
  scaleDistribution: { type: "linear" },
  thresholdsStyle: { mode: "off" },
};
