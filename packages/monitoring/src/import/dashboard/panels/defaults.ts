import type { AssumedOfPanel } from "../../../dashboards/panel-kind";
import { panelKindOf } from "../../../dashboards/panel-kinds";
import {
  assumedThresholds,
  thresholdsConfig,
} from "../../../dashboards/thresholds";
import type { Fields } from "../../../internal/json-tree";

/** What Grafana assumes of every panel, as far as it is the same for all. */
const ofAll: Fields = {
  cacheTimeout: "",
  description: "",
  hideTimeOverride: false,
  interval: "",
  links: [],
  repeat: "",
  repeatDirection: "h",
  targets: [],
  timeFrom: "",
  timeShift: "",
  title: "",
  transformations: [],
  transparent: false,
};

const plainCopy = (value: object): Fields =>
  JSON.parse(JSON.stringify(value)) as Fields;

const ofFields: Fields = {
  links: [],
  mappings: [],
  noValue: "",
  thresholds: plainCopy(thresholdsConfig(assumedThresholds)),
  unit: "",
};

const known = new Map<string, Fields>();

/** The panel that Grafana assumes where one of `type` says nothing; the same object each time, only to be read. */
export function assumedPanel(type: string): Fields {
  const assumed = panelKindOf(type).assumed;
  // Types come from files: those that nothing is known of are all the same.
  const key = assumed === undefined ? "" : type;
  const found = known.get(key) ?? assumedOf(assumed);
  known.set(key, found);
  return found;
}

function assumedOf(assumed: AssumedOfPanel | undefined): Fields {
  const { options, custom, color } = assumed ?? {};
  return plainCopy({
    ...ofAll,
    options,
    fieldConfig: {
      defaults: {
        ...ofFields,
        custom,
        color: color === undefined ? undefined : { mode: color },
      },
      overrides: [],
    },
  });
}

export const assumedRow: Fields = {
  collapsed: false,
  panels: [],
  targets: [],
  title: "",
  repeat: "",
  repeatDirection: "h",
};

export const assumedDashboard: Fields = {
  annotations: { list: [] },
  description: "",
  editable: true,
  fiscalYearStartMonth: 0,
  graphTooltip: 0,
  links: [],
  liveNow: false,
  preload: false,
  refresh: "",
  tags: [],
  templating: { list: [] },
  time: { from: "now-6h", to: "now" },
  timezone: "",
  weekStart: "",
};
