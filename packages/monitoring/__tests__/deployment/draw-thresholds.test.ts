import { drawThresholds } from "../../src/deployment/draw-thresholds";
import type { AlertRule, Condition } from "../../src/model/alert-rule";
import type { Dashboard } from "../../src/model/dashboard";

const green = { value: null, color: "green" };

function dashboard(steps: readonly unknown[], type = "timeseries"): Dashboard {
  const panel = {
    id: 7,
    type,
    fieldConfig: {
      defaults: { thresholds: { mode: "absolute", steps }, custom: {} },
    },
  };
  return {
    uid: "shop",
    title: "Shop",
    panels: [{ key: "errors", id: 7, title: "Errors" }],
    model: { panels: [panel] } as unknown as Dashboard["model"],
  };
}

function alert(
  condition: Condition,
  severity: AlertRule["severity"] = "critical",
): AlertRule {
  return {
    alert: "HighErrorRate",
    expr: "x",
    condition,
    severity,
    team: "shop",
    summary: "s",
    description: "d",
    panel: { dashboardUid: "shop", panelId: 7, panelKey: "errors" },
  };
}

function drawn(
  source: Dashboard,
  ...alerts: AlertRule[]
): { steps: unknown[]; style: unknown } {
  const panel = drawThresholds(source, alerts).model.panels?.[0] as unknown as {
    fieldConfig: {
      defaults: {
        thresholds: { steps: unknown[] };
        custom: { thresholdsStyle?: unknown };
      };
    };
  };
  return {
    steps: panel.fieldConfig.defaults.thresholds.steps,
    style: panel.fieldConfig.defaults.custom.thresholdsStyle,
  };
}

describe("drawThresholds", () => {
  test("draws an upper limit as a line in the colour of its severity", () => {
    expect(drawn(dashboard([green]), alert({ is: ">", value: 0.05 }))).toEqual({
      steps: [green, { value: 0.05, color: "red" }],
      style: { mode: "line" },
    });
  });

  test("draws a lower limit with the bad side below it", () => {
    expect(
      drawn(dashboard([green]), alert({ is: "<", value: 100 }, "warning"))
        .steps,
    ).toEqual([
      { value: null, color: "orange" },
      { value: 100, color: "green" },
    ]);
  });

  test("draws two limits in order of their values", () => {
    const steps = drawn(
      dashboard([green]),
      alert({ is: ">", value: 9 }),
      alert({ is: ">", value: 5 }, "warning"),
    ).steps;
    expect(steps).toEqual([
      green,
      { value: 5, color: "orange" },
      { value: 9, color: "red" },
    ]);
  });

  test("leaves a step that the panel names itself", () => {
    const own = [green, { value: 0.05, color: "purple" }];
    expect(
      drawn(dashboard(own), alert({ is: ">", value: 0.05 })).steps,
    ).toEqual(own);
  });

  test("gives panels that are no time series no line", () => {
    expect(
      drawn(dashboard([green], "stat"), alert({ is: ">", value: 1 })).style,
    ).toBeUndefined();
  });

  test.each(["==", "!="] as const)(
    "leaves the steps alone where one value fires (%s)",
    (is) => {
      expect(drawn(dashboard([green]), alert({ is, value: 0 })).steps).toEqual([
        green,
      ]);
    },
  );

  test("does not touch dashboards that no alert links", () => {
    const other = { ...dashboard([green]), uid: "other" };
    expect(drawThresholds(other, [alert({ is: ">", value: 1 })])).toBe(other);
  });
});
