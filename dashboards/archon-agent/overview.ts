import {
  dashboard,
  queryVariable,
  row,
  type Variable,
} from "monitoring-as-code/dashboards";
import { agent } from "./expressions";
import {
  durations,
  errors,
  goldenSignals,
  rates,
} from "./golden-signal-panels";
import {
  health,
  languageModel,
  logsAndTraces,
  saturation,
  traffic,
} from "./resource-panels";

const choice = (name: string, label: string, metric: string): Variable =>
  queryVariable(name, `label_values(${metric}{${agent}}, ${name})`, {
    label,
    multi: true,
    includeAll: true,
    allValue: ".*",
  });

export const overviewDashboard = dashboard({
  uid: "archon-overview",
  title: "Archon Agent - Overview",
  description:
    "Rate, errors, duration and saturation of the agent, what its language model costs, and where to look next",
  system: "archon-agent",
  tags: ["archon", "agent", "red"],
  refresh: "30s",
  variables: [
    choice("method", "Method", "agent_requests_total"),
    choice("endpoint", "Endpoint", "agent_requests_total"),
    choice("model", "Model", "llm_tokens_used_count"),
  ],
  rows: [
    row("Golden signals", goldenSignals()),
    row("Rate", rates()),
    row("Errors", errors()),
    row("Duration", durations()),
    row("Saturation", saturation()),
    row("LLM", languageModel()),
    row("Traffic", traffic()),
    row("Health", health()),
    row("Logs and traces", logsAndTraces()),
  ],
});
