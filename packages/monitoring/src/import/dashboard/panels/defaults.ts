import type { Fields } from "../../../internal/json-tree";
import { typeDefaults, type PanelDefaults } from "./type-defaults";

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

const ofFields: Fields = {
  links: [],
  mappings: [],
  noValue: "",
  thresholds: {
    mode: "absolute",
    steps: [
      { color: "green", value: null },
      { color: "red", value: 80 },
    ],
  },
  unit: "",
};

/** The panel that Grafana assumes where one of `type` says nothing; the same object each time, only to be read. */
export function assumedPanel(type: string): Fields {
  return ofTypes.get(type) ?? ofOtherTypes;
}

function assumedOf(known?: PanelDefaults): Fields {
  return {
    ...ofAll,
    ...(known === undefined ? {} : { options: known.options }),
    fieldConfig: {
      defaults: {
        ...ofFields,
        ...(known?.custom === undefined ? {} : { custom: known.custom }),
        ...(known?.color === undefined ? {} : { color: { mode: known.color } }),
      },
      overrides: [],
    },
  };
}

const ofTypes: ReadonlyMap<string, Fields> = new Map(
  Object.entries(typeDefaults).map(([type, known]) => [type, assumedOf(known)]),
);
const ofOtherTypes = assumedOf();

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
