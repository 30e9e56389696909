import { prod } from "../../../environments/prod";
import { notificationsOf } from "monitoring-as-code/deployment";
import { isSecret } from "monitoring-as-code";
import { notify } from "monitoring-as-code/notifications";
import { rootNotifications } from "../../../notifications";
import { ecommerceNotifications } from "../../../systems/ecommerce/notifications";
import { ecommerce } from "../../../systems/ecommerce";

const notifications = notificationsOf(prod, rootNotifications, [ecommerce]);

/** Receivers without the prefix of their system. */
function told(labels: Record<string, string>, at?: Date) {
  return notify({
    notifications,
    labels: { system: "ecommerce", ...labels },
    ...(at === undefined ? {} : { at }),
  })
    .receivers.filter(({ mutedBy }) => mutedBy.length === 0)
    .map(({ name }) => name.replace(/^ecommerce-/, ""));
}

describe("notifications of the e-commerce shop", () => {
  test.each([
    [
      "HighErrorRate",
      { severity: "critical", team: "backend", service: "frontend" },
      ["critical-alerts"],
    ],
    [
      "HighLatency",
      { severity: "warning", team: "backend", service: "frontend" },
      ["default"],
    ],
    ["LowThroughput", { severity: "warning", team: "backend" }, ["default"]],
    [
      "PaymentFailureSpike",
      { severity: "critical", team: "payments" },
      ["critical-alerts", "business-alerts"],
    ],
    [
      "InventoryLow",
      { severity: "warning", team: "inventory" },
      ["business-alerts"],
    ],
    ["ServiceDown", { severity: "critical", team: "sre" }, ["critical-alerts"]],
    [
      "HighCPU",
      { severity: "warning", team: "infrastructure" },
      ["infrastructure-alerts"],
    ],
    [
      "HighMemory",
      { severity: "warning", team: "infrastructure" },
      ["infrastructure-alerts"],
    ],
    [
      "DatabaseConnectionPoolHigh",
      { severity: "warning", team: "database" },
      ["infrastructure-alerts"],
    ],
    [
      "RedisMemoryHigh",
      { severity: "warning", team: "cache" },
      ["infrastructure-alerts"],
    ],
    [
      "ErrorBudgetBurnRateFast",
      { severity: "critical", slo: "api-availability" },
      ["critical-alerts", "slo-alerts"],
    ],
    [
      "ErrorBudgetBurnRateSlow",
      { severity: "warning", slo: "api-availability" },
      ["slo-alerts"],
    ],
    [
      "SLOViolation",
      { severity: "critical", slo: "api-availability" },
      ["critical-alerts", "slo-alerts"],
    ],
    [
      "PaymentAvailabilityTicketSlow",
      { severity: "warning", slo: "payment-availability" },
      ["slo-alerts"],
    ],
  ])("%s reaches whom it concerns", (alertname, labels, receivers) => {
    expect(told({ alertname, ...labels })).toEqual(receivers);
  });

  test("has the five receivers, each telling the end of an alert too", () => {
    expect(
      ecommerceNotifications.receivers.map(({ name, integrations }) => [
        name,
        ...integrations.map((integration) =>
          integration.kind === "slack" ? integration.channel : integration.kind,
        ),
      ]),
    ).toEqual([
      ["default", "#monitoring"],
      ["critical-alerts", "pagerduty", "#critical-alerts"],
      ["slo-alerts", "#slo-alerts"],
      ["business-alerts", "#business-alerts"],
      ["infrastructure-alerts", "#infrastructure"],
    ]);
    for (const { integrations } of ecommerceNotifications.receivers)
      for (const integration of integrations) {
        expect(integration.sendResolved).toBe(true);
        if (integration.kind === "slack")
          expect(isSecret(integration.url)).toBe(true);
        if (integration.kind === "pagerduty")
          expect(isSecret(integration.integrationKey)).toBe(true);
      }
  });

  test("keeps the waits of the specification", () => {
    const { route } = ecommerceNotifications;
    expect(route).toMatchObject({
      groupBy: ["alertname", "cluster", "service"],
      groupWait: "10s",
      groupInterval: "5m",
      repeatInterval: "4h",
    });
    expect(
      route.routes?.map(
        ({ receiver, groupWait, repeatInterval, continue: on }) => [
          receiver?.name,
          groupWait,
          repeatInterval,
          on ?? false,
        ],
      ),
    ).toEqual([
      ["critical-alerts", "10s", "1h", true],
      ["slo-alerts", "30s", "2h", false],
      ["business-alerts", undefined, undefined, false],
      ["infrastructure-alerts", undefined, undefined, false],
    ]);
  });

  test("silences the symptoms of a service that is down, and nothing else", () => {
    const inhibitors = (
      down: Record<string, string>,
      labels: Record<string, string>,
    ) =>
      notify({
        notifications,
        labels: { system: "ecommerce", ...labels },
        firing: [{ system: "ecommerce", alertname: "ServiceDown", ...down }],
      }).receivers.flatMap(({ inhibitedBy }) => inhibitedBy);
    const frontend = { service: "frontend" };
    const name = "ecommerce-service-down-silences-its-symptoms";
    for (const alertname of ["HighErrorRate", "HighLatency", "LowThroughput"])
      expect(inhibitors(frontend, { alertname, ...frontend })).toEqual([name]);
    expect(
      inhibitors(frontend, {
        alertname: "HighErrorRate",
        service: "api-gateway",
      }),
    ).toEqual([]);
    // An exporter without service must not silence alerts without service.
    expect(
      inhibitors({ job: "node-exporter" }, { alertname: "HighCPU" }),
    ).toEqual([]);
    expect(
      inhibitors({ job: "node-exporter" }, { alertname: "HighErrorRate" }),
    ).toEqual([]);
  });

  test("lets planned maintenance silence what can wait, never a page", () => {
    const night = new Date("2026-11-22T03:00:00Z");
    const day = new Date("2026-11-22T05:00:00Z");
    const cpu = {
      alertname: "HighCPU",
      severity: "warning",
      team: "infrastructure",
    };
    expect(told(cpu, night)).toEqual([]);
    expect(told(cpu, day)).toEqual(["infrastructure-alerts"]);
    expect(
      told({ alertname: "HighLatency", severity: "warning" }, night),
    ).toEqual([]);
    expect(
      told({ alertname: "ServiceDown", severity: "critical" }, night),
    ).toEqual(["critical-alerts"]);
  });

  test("writes the runbook of every alert into its message", () => {
    const text = ecommerceNotifications.templates?.[0]?.template ?? "";
    expect(text.startsWith("{{ define")).toBe(true);
    expect(text).toContain("*Summary:* {{ .Annotations.summary }}");
    expect(text).toContain("*Description:* {{ .Annotations.description }}");
    expect(text).toContain("*Runbook:* {{ .Annotations.runbook_url }}");
    expect(text).toContain(
      '{{ if eq .Status "firing" }}danger{{ else }}good{{ end }}',
    );
  });
});
