import { queryVariable, type Mappings } from "monitoring-as-code/dashboards";

/** What all dashboards of the system share; their SQL asks the analytics database. */
export const look = {
  system: "easy-flow",
  dataSources: {
    sql: { uid: "easy-flow-analytics", name: "Easy Flow Analytics" },
  },
} as const;

/** States of a probe or target. */
export const upOrDown: Mappings = {
  0: { text: "DOWN", color: "red" },
  1: { text: "UP", color: "green" },
};

/** Without `allValue`: SQL needs the list of values. */
export const platformVariable = queryVariable(
  "platform",
  'label_values(messages_total{job="easy-flow"}, platform)',
  { label: "Platform", multi: true, includeAll: true },
);

export const serviceVariable = queryVariable(
  "service",
  'label_values(response_time_seconds_count{job="easy-flow"}, service)',
  { label: "Service", multi: true, includeAll: true },
);
