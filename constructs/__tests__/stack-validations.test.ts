import { Testing } from "cdktf";
import { MonitoringStack } from "../src/monitoring-stack";
import type { MonitoredSystem } from "monitoring-as-code";
import { shop, testDeployment } from "./test-deployment";

function validate(
  system: MonitoredSystem,
  integrations: readonly ("slack" | "pagerduty")[] = ["slack"],
): void {
  const { alerting } = testDeployment().environment;
  const stack = new MonitoringStack(Testing.app(), "test", {
    deployment: testDeployment({ alerting: { ...alerting, integrations } }, [
      system,
    ]),
  });
  stack.runAllValidations();
}

const [group] = shop.alertGroups;
const [alert] = group?.alerts ?? [];
if (group === undefined || alert === undefined)
  throw new Error("the shop has an alert");

describe("the validations of a stack", () => {
  test("let through what is in order", () => {
    expect(() => {
      validate(shop);
    }).not.toThrow();
  });

  test("refuse an alert that links a dashboard which is not there", () => {
    const lost = {
      ...alert,
      panel: { dashboardUid: "shop-gone", panelId: 1, panelKey: "requests" },
    };
    expect(() => {
      validate({ ...shop, alertGroups: [{ ...group, alerts: [lost] }] });
    }).toThrow(
      'shop > alert ShopDown: its panel is on the dashboard "shop-gone", which no system has',
    );
  });

  test("refuse queries that nobody can read, each with its place, all at once", () => {
    const unclosed = { ...alert, expr: 'up{job="shop"' };
    const ofTexts = { ...alert, alert: "ShopSlow", expr: 'rate("shop")' };
    const logs = { ...alert, alert: "ShopLoud", expr: '{app="shop"} |= "x"' };
    let message = "";
    try {
      validate({
        ...shop,
        alertGroups: [{ ...group, alerts: [unclosed, ofTexts, logs] }],
      });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(
      "shop > alert ShopDown, line 1, column 14: unexpected end of the query",
    );
    expect(message).toContain('up{job="shop"\n             ^');
    expect(message).toMatch(/shop > alert ShopSlow, line 1, column \d+: /);
    expect(message).toContain(
      "shop > alert ShopLoud: the query is LogQL, but the datasource that it is sent to takes PromQL",
    );
  });

  test("refuse a page that wakes nobody", () => {
    expect(() => {
      validate(shop, ["slack", "pagerduty"]);
    }).toThrow("which wake nobody");
  });

  test("let through what is suppressed, whatever the day", () => {
    const suppressed = {
      ...alert,
      suppress: [
        {
          check: "routing/page-without-pager",
          reason: "it rings at the gate",
          until: "2000-01-01",
        },
      ],
    };
    expect(() => {
      validate({ ...shop, alertGroups: [{ ...group, alerts: [suppressed] }] }, [
        "slack",
        "pagerduty",
      ]);
    }).not.toThrow();
  });
});
