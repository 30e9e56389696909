import { Testing } from "cdktf";
import { MonitoringStack } from "../../constructs/monitoring-stack";
import type { MonitoredSystem } from "../../lib/model/monitored-system";
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
