import { refIdAt } from "../../../dashboards/targets";
import { queryKindOf } from "../../../dashboards/data-sources";
import {
  fieldsOf,
  isFields,
  listOf,
  own,
  type Fields,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

const rule = "query";

/** What the editor of Prometheus and Loki keeps for itself: how a query was typed says nothing of its result. */
const editorFields = [
  "editorMode",
  "builder",
  "disableTextWrap",
  "fullMetaSearch",
  "includeNullMetadata",
  "useBackend",
  "key",
];

/** Gives queries letters, and leaves away what only the editor reads and what is assumed anyhow. */
export function cleanQueries(panel: Fields, ledger: Ledger): void {
  const targets = listOf(panel.targets);
  const letters = new Set(targets.map(({ refId }) => refId));
  for (const [index, target] of targets.entries()) {
    if (typeof target.refId !== "string" || target.refId === "") {
      ledger.take(rule, target, "refId");
      target.refId = freeLetter(index, letters);
      letters.add(target.refId);
    }
    const kind = queryKindOf(fieldsOf(target.datasource).type);
    if (own(target, "hide") === false) ledger.take("default", target, "hide");
    if (kind === "prometheus" || kind === "loki" || kind === "sql")
      for (const field of editorFields) ledger.take(rule, target, field);
    // Once the editor's own, calculated from the interval.
    if (kind === "prometheus") ledger.take(rule, target, "step");
    for (const [field, value] of Object.entries(
      kind === undefined ? {} : assumed[kind],
    ))
      dropAssumed(target, field, value, ledger);
    if (kind === "prometheus") {
      cleanModes(target, ledger);
      ledger.takeOff(rule, target, ["metric", "target"]);
    }
  }
}

const assumed: Readonly<
  Record<"prometheus" | "loki" | "tempo" | "jaeger" | "sql", Fields>
> = {
  prometheus: {
    format: "time_series",
    intervalFactor: 1,
    legendFormat: "",
    exemplar: false,
    interval: "",
  },
  loki: {
    queryType: "range",
    legendFormat: "",
    resolution: 1,
    step: "",
  },
  tempo: {
    limit: 20,
    tableType: "traces",
    filters: [],
    queryType: "traceql",
    serviceMapQuery: "",
  },
  jaeger: { limit: 20 },
  sql: { format: "time_series", rawQuery: true },
};

function dropAssumed(
  target: Fields,
  field: string,
  value: unknown,
  ledger: Ledger,
): void {
  const found = own(target, field);
  const same = Array.isArray(value)
    ? Array.isArray(found) && found.length === 0
    : found === value;
  if (same && !isFields(found)) ledger.take("default", target, field);
}

/** Over the range, unless it asks at its end; both at once is a third way. */
function cleanModes(target: Fields, ledger: Ledger): void {
  if (target.instant === false) ledger.take("default", target, "instant");
  if (target.instant !== true) {
    if (typeof target.range === "boolean")
      ledger.take("default", target, "range");
  } else if (target.range === false) ledger.take("default", target, "range");
}

function freeLetter(index: number, taken: ReadonlySet<unknown>): string {
  for (let at = index; ; at += 1) {
    const letter = refIdAt(at);
    if (!taken.has(letter)) return letter;
  }
}
