import type { Threshold } from "@grafana/grafana-foundation-sdk/dashboard";
import type { AlertRule, Condition } from "../model/alert-rule";
import type { Dashboard } from "../model/dashboard";
import type { Severity } from "../model/severity";

const colorOf: Readonly<Record<Severity, string>> = {
  critical: "red",
  warning: "orange",
  info: "blue",
};

/** The parts of a panel in which a threshold is drawn. */
interface DrawnPanel {
  id?: number;
  type?: string;
  panels?: DrawnPanel[];
  fieldConfig?: {
    defaults?: {
      thresholds?: { mode: string; steps: Threshold[] };
      custom?: Record<string, unknown>;
    };
  };
}

/**
 * `dashboard` with the threshold of every alert drawn on the panel that it links, so that the line on the screen
 * is the line that wakes somebody up. Steps that the panel names itself stay as they are.
 */
export function drawThresholds(
  dashboard: Dashboard,
  alerts: readonly AlertRule[],
): Dashboard {
  const drawn = alerts.filter(
    (rule) =>
      rule.panel?.dashboardUid === dashboard.uid &&
      rule.condition !== undefined &&
      isLimit(rule.condition),
  );
  if (drawn.length === 0) return dashboard;
  const model = structuredClone(dashboard.model);
  const panels = (model.panels ?? []).flatMap((panel) => [
    panel,
    ...("panels" in panel ? panel.panels : []),
  ]);
  for (const rule of drawn) {
    const panel = panels.find(
      (candidate) => candidate.id === rule.panel?.panelId,
    ) as DrawnPanel | undefined;
    if (panel !== undefined && rule.condition !== undefined)
      draw(panel, rule.condition, colorOf[rule.severity]);
  }
  return { ...dashboard, model };
}

/** A single value that fires, such as `up == 0`, has no side to colour: the panel's own steps or mappings show it. */
function isLimit({ is }: Condition): boolean {
  return is !== "==" && is !== "!=";
}

function draw(panel: DrawnPanel, condition: Condition, color: string): void {
  const config = (panel.fieldConfig ??= {});
  const defaults = (config.defaults ??= {});
  const steps = defaults.thresholds?.steps ?? [];
  if (steps.some((step) => step.value === condition.value)) return;
  const above = condition.is === ">" || condition.is === ">=";
  const base = steps.filter((step) => step.value === null);
  const others = steps.filter((step) => step.value !== null);
  const ground: Threshold = above
    ? (base[0] ?? { value: null, color: "green" })
    : {
        value: null,
        color: others.length > 0 ? (base[0]?.color ?? color) : color,
      };
  const step: Threshold = {
    value: condition.value,
    color: above ? color : "green",
  };
  const sorted = [...others, step].sort(
    (a, b) => Number(a.value) - Number(b.value),
  );
  defaults.thresholds = { mode: "absolute", steps: [ground, ...sorted] };
  if (panel.type === "timeseries") {
    defaults.custom = { ...defaults.custom, thresholdsStyle: { mode: "line" } };
  }
}
