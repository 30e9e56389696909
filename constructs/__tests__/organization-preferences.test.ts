import { OrganizationPreferences as GrafanaOrganizationPreferences } from "@cdktf/provider-grafana/lib/organization-preferences";
import { DashboardFolder } from "../src/dashboard-folder";
import { OrganizationPreferences } from "../src/organization-preferences";
import { classicDashboard } from "./classic-dashboard";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

describe("OrganizationPreferences", () => {
  test("with defaults is dark, in UTC, with weeks from Monday", () => {
    const json = synthesizedGrafana(
      (stack) => new OrganizationPreferences(stack, "preferences"),
    );
    expect(onlyResourceIn(json, "grafana_organization_preferences")).toEqual({
      theme: "dark",
      timezone: "utc",
      week_start: "monday",
    });
  });

  test("leads home to a dashboard by reference, so that the dashboard comes first", () => {
    const json = synthesizedGrafana((stack) => {
      const { dashboards } = new DashboardFolder(stack, "shop", {
        uid: "shop",
        title: "Shop",
        dashboards: [classicDashboard()],
      });
      new OrganizationPreferences(stack, "preferences", {
        homeDashboard: dashboards[0],
      });
    });
    expect(json).toHaveResourceWithProperties(GrafanaOrganizationPreferences, {
      home_dashboard_uid: expect.stringMatching(
        /^\$\{grafana_dashboard\.\S+\.uid\}$/,
      ) as string,
    });
  });

  test.each([
    ["UTC", "utc"],
    ["browser", "browser"],
    ["Europe/Berlin", "Europe/Berlin"],
  ])("takes the zone %s", (timezone, sent) => {
    const json = synthesizedGrafana(
      (stack) =>
        new OrganizationPreferences(stack, "preferences", {
          timezone,
          theme: "light",
          weekStart: "sunday",
        }),
    );
    expect(json).toHaveResourceWithProperties(GrafanaOrganizationPreferences, {
      timezone: sent,
      theme: "light",
      week_start: "sunday",
    });
  });

  test.each(["", "local", "utc", "Europe/Atlantis", "UTC+1 or so"])(
    "rejects the zone %p",
    (timezone) => {
      expect(
        () =>
          new OrganizationPreferences(testStack(), "preferences", { timezone }),
      ).toThrow(
        new Error(
          `test/preferences: 'timezone' must be "UTC", "browser" or an IANA zone such as "Europe/Berlin", got "${timezone}"`,
        ),
      );
    },
  );
});
