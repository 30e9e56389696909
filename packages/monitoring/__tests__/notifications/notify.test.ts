import { is } from "../../src/model/matcher";
import type { InhibitionRule } from "../../src/model/route";
import { expectRoute } from "../../src/notifications/expect-route";
import { inhibitionsOf } from "../../src/notifications/inhibition";
import { notify } from "../../src/notifications/notify";
import { nights, notificationsWith, shop, slo } from "./notifications-fixture";

describe("notify", () => {
  it("tells who is notified of an alert, how it is grouped and what repeats it", () => {
    const labels = { alertname: "Burn", slo: "api", service: "api", pod: "x" };
    expect(notify({ notifications: shop, labels }).receivers).toEqual([
      {
        name: "slo-alerts",
        route: 'route > slo=~".+"',
        groupBy: ["alertname", "cluster", "service"],
        group: { alertname: "Burn", service: "api" },
        groupKey: '{alertname="Burn", service="api"}',
        groupWait: "30s",
        groupInterval: "5m",
        repeatInterval: "2h",
        muteTimings: [],
        activeTimings: [],
        mutedBy: [],
        inhibitedBy: [],
      },
    ]);
  });

  it("groups by every label for ...", () => {
    const notifications = notificationsWith([
      { matchers: [], groupBy: ["..."] },
    ]);
    expect(
      notify({ notifications, labels: { b: "2", a: "1" } }).receivers[0],
    ).toMatchObject({ group: { a: "1", b: "2" }, groupKey: '{a="1", b="2"}' });
  });

  it("is muted by a timing of its route, only at that time", () => {
    const labels = { alertname: "InventoryLow" };
    const mutedBy = (at: string): readonly string[] | undefined =>
      notify({ notifications: shop, labels, at: new Date(at) }).receivers[0]
        ?.mutedBy;
    expect(mutedBy("2026-12-25T03:00Z")).toEqual(["nights"]);
    expect(mutedBy("2026-12-25T12:00Z")).toEqual([]);
    expect(notify({ notifications: shop, labels }).receivers[0]).toMatchObject({
      muteTimings: ["nights"],
      mutedBy: [],
    });
  });

  it("is muted outside of its active timings", () => {
    const notifications = notificationsWith([
      { matchers: [], receiver: slo, activeTimings: [nights] },
    ]);
    const mutedBy = (at: string): readonly string[] | undefined =>
      notify({ notifications, labels: {}, at: new Date(at) }).receivers[0]
        ?.mutedBy;
    expect(mutedBy("2026-12-25T12:00Z")).toEqual(["outside of nights"]);
    expect(mutedBy("2026-12-25T03:00Z")).toEqual([]);
  });

  it("is inhibited by an alert that fires with equal labels", () => {
    const labels = {
      alertname: "HighLatency",
      severity: "warning",
      service: "a",
    };
    const inhibitedBy = (service: string): readonly string[] | undefined =>
      notify({
        notifications: shop,
        labels,
        firing: [{ alertname: "ServiceDown", service }],
      }).receivers[0]?.inhibitedBy;
    expect(inhibitedBy("a")).toEqual(["service-down"]);
    expect(inhibitedBy("b")).toEqual([]);
  });
});

describe("inhibitionsOf", () => {
  const rule: InhibitionRule = {
    name: "down",
    source: [is("alertname", "Down")],
    target: [is("severity", "critical")],
    equal: ["cluster"],
  };
  const both = { alertname: "Down", severity: "critical", cluster: "a" };

  it("does not let an alert that is source and target silence itself", () => {
    expect(inhibitionsOf([rule], both, [both])).toEqual([]);
  });

  it("does not let two alerts that are both silence each other", () => {
    expect(inhibitionsOf([rule], both, [{ ...both, node: "2" }])).toEqual([]);
  });

  it("lets an alert that is only source silence one that is both", () => {
    const source = { alertname: "Down", severity: "info", cluster: "a" };
    expect(inhibitionsOf([rule], both, [both, source])).toEqual(["down"]);
  });

  it("takes an absent label for equal to an absent one", () => {
    const target = { alertname: "Slow", severity: "critical" };
    expect(inhibitionsOf([rule], target, [{ alertname: "Down" }])).toEqual([
      "down",
    ]);
    expect(
      inhibitionsOf([rule], target, [{ alertname: "Down", cluster: "a" }]),
    ).toEqual([]);
  });
});

describe("expectRoute", () => {
  const at = new Date("2026-12-25T03:00Z");

  it("is silent when the expectation holds", () => {
    expectRoute(shop, { slo: "api" }, { receivers: ["slo-alerts"] });
    expectRoute(shop, { alertname: "InventoryLow" }, { receivers: [], at });
  });

  it("shows the routes and what muted them when it does not", () => {
    expect(() => {
      expectRoute(
        shop,
        { alertname: "InventoryLow", severity: "critical" },
        { receivers: ["business-alerts"], at },
      );
    }).toThrow(
      new Error(
        'alert {alertname="InventoryLow", severity="critical"} must reach business-alerts, got critical-alerts; its routes are\n' +
          '- route > severity="critical" -> critical-alerts\n' +
          '- route > alertname=~"PaymentFailureSpike|InventoryLow" -> business-alerts (muted by nights)',
      ),
    );
  });

  it.each([[["a"]], [["default", "default"]], [[]]])(
    "rejects %j for an alert that reaches default",
    (receivers) => {
      expect(() => {
        expectRoute(shop, {}, { receivers });
      }).toThrow(/must reach .*, got default/);
    },
  );
});
