import { panelOf, type Dashboard } from "../../src/model/dashboard";

const dashboard: Dashboard = {
  uid: "shop",
  title: "Shop",
  model: {} as Dashboard["model"],
  panels: [
    { key: "error-rate", id: 7, title: "Error Rate" },
    { key: "latency", id: 8, title: "Latency" },
  ],
};

describe("panelOf", () => {
  test("names dashboard and panel for an alert", () => {
    expect(panelOf(dashboard, "latency")).toEqual({
      dashboardUid: "shop",
      panelId: 8,
      panelKey: "latency",
    });
  });

  test("rejects a key that the dashboard does not have, and lists those it has", () => {
    expect(() => panelOf(dashboard, "errors")).toThrow(
      'dashboard "shop" has no panel "errors"; its panels are error-rate, latency',
    );
  });
});
