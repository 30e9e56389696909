import { notifiedText } from "../../src/notifications/notified-text";
import { notify } from "../../src/notifications/notify";
import { nights, notificationsWith, shop, slo } from "./notifications-fixture";

describe("notifiedText", () => {
  it("shows receivers, routes, grouping, waits and what silences them", () => {
    const labels = { alertname: "InventoryLow", severity: "critical" };
    const at = new Date("2026-12-25T03:00Z");
    expect(notifiedText(labels, notify({ notifications: shop, labels, at })))
      .toBe(`{alertname="InventoryLow", severity="critical"} reaches
- critical-alerts
    through       route > severity="critical"
    grouped by    alertname, cluster, service: {alertname="InventoryLow"}
    notified      after 10s, updates every 5m, again every 1h
- business-alerts (silent)
    through       route > alertname=~"PaymentFailureSpike|InventoryLow"
    grouped by    alertname, cluster, service: {alertname="InventoryLow"}
    notified      after 10s, updates every 5m, again every 4h
    muted by      nights`);
  });

  it("names timings when no time is given, and inhibitions", () => {
    const labels = { alertname: "InventoryLow", severity: "warning" };
    const firing = [{ alertname: "ServiceDown" }];
    const text = notifiedText(
      labels,
      notify({ notifications: shop, labels, firing }),
    );
    expect(text).toContain("- business-alerts (silent)\n");
    expect(text).toContain("    silent in     nights\n");
    expect(text).toContain("    inhibited by  service-down");
  });

  it.each([
    [["..."], 'all labels: {a="1"}'],
    [[], "nothing, all alerts are one group"],
  ])("says what grouping by %j means", (groupBy, expected) => {
    const notifications = notificationsWith([
      { matchers: [], receiver: slo, groupBy, activeTimings: [nights] },
    ]);
    const labels = { a: "1" };
    const text = notifiedText(labels, notify({ notifications, labels }));
    expect(text).toContain(`    grouped by    ${expected}\n`);
    expect(text).toContain("    only in       nights");
  });
});
