import type { Fields } from "../../../internal/json-tree";
import {
  houseKinds,
  houseVariableOf,
  pluginOf,
  type HouseKind,
} from "./house-words";

const labels: Readonly<Record<HouseKind, string>> = {
  prometheus: "Metrics",
  loki: "Logs",
  tempo: "Traces",
  jaeger: "Jaeger",
  sql: "Database",
};

const preferred: Readonly<Record<HouseKind, string | undefined>> = {
  prometheus: "Prometheus",
  loki: "Loki",
  tempo: "Tempo",
  jaeger: "Jaeger",
  sql: undefined,
};

/** The hidden variable of each kind of datasource, as every dashboard of the project has it; a test compares them. */
export const houseVariables = Object.fromEntries(
  houseKinds.map((kind) => {
    const name = preferred[kind];
    const variable: Fields = {
      name: houseVariableOf(pluginOf(kind)) ?? kind,
      type: "datasource",
      query: pluginOf(kind),
      label: labels[kind],
      hide: 2,
      ...(name === undefined
        ? {}
        : { current: { text: name, value: name.toLowerCase() } }),
    };
    return [kind, variable];
  }),
) as Readonly<Record<HouseKind, Fields>>;
