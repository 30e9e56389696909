/**
 * What "the normalized original" of a dashboard is: the original after these rules, in this order. The same rules run over
 * what the project renders, where most find nothing to do, and the two must then be equal. Nothing else is changed: a
 * field that no rule names stays, known or not, and is written into the file. What says nothing goes first, and again last.
 */
export const rules = {
  envelope:
    "what a server or a file wraps around a dashboard (`{dashboard, meta}`, a manifest) is left away",
  unset: "an object without fields, and a field that is null, say nothing",
  libraryPanel:
    "a library panel whose model came along is that panel, with a place, title and id of its own",
  inputs:
    "an input of an export stands for a datasource variable: that of its kind in this project, else one of the input's name; a constant is its value",
  uid: "a dashboard without a uid, or with one that Grafana does not accept, has that of its file",
  serverField:
    "what a server writes for itself is left away: id, version, iteration, the plugin's and the dashboards' release, requirements",
  schema: "the model is that of schema version 42",
  removedSetting:
    "a setting that Grafana no longer has, or that an old version called otherwise, is left away or goes by its present name",
  rows: "rows that hold panels become row panels in a grid of 24 columns with lines of 30 pixels, the panels below them",
  graph: "a `graph` is a time series, bar chart or histogram panel",
  singlestat: "a `singlestat` is a stat or gauge panel",
  oldTable:
    "a `table-old`, or a table with styles below schema version 24, is a table with overrides; from there on styles say nothing",
  oldHeatmap: "a heatmap of the old kind has options and a field configuration",
  oldPanel: "options beside the panel's fields are its options",
  thresholdStart: "the first threshold starts at null",
  overrideOrder:
    "the properties of an override hold at once: they stand in the order of the house style",
  tableFooter: "a footer that is not shown says nothing",
  dataSource:
    "a datasource named by text is named by type and uid; the default one is the project's variable; a query without one takes its panel's",
  query:
    "a query has a letter; what only the query editor reads, and what is Grafana's choice anyhow, is left away",
  variable:
    "a variable says what is chosen from and what is chosen; lists that Grafana makes of it are left away",
  annotation:
    "an annotation says what it asks; Grafana's built-in one comes by itself",
  place:
    "panels have whole columns of 24, move up as far as there is room, as Grafana draws them, and are listed by place",
  panelId: "a panel without a number of its own gets one from its title",
  default: "what Grafana assumes anyhow is left away",
} as const;

/** The name of a rule of normalization. */
export type RuleName = keyof typeof rules;
