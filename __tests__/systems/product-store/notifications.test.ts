import { isSecret } from "monitoring-as-code";
import { productStoreNotifications } from "../../../systems/product-store/notifications";

const { receivers, route, inhibitions, templates } = productStoreNotifications;

describe("notifications of the product store", () => {
  it("tells one Telegram chat, with the token as a secret and the chat as a number", () => {
    const telegram = receivers.find(({ name }) => name === "telegram");
    const [integration] = telegram?.integrations ?? [];
    if (integration?.kind !== "telegram") throw new Error("no telegram");
    expect(isSecret(integration.token)).toBe(true);
    expect(integration.chatId).toMatch(/^-?\d+$/);
    expect(integration.parseMode).toBe("HTML");
    expect(route.receiver).toBe(telegram);
  });

  it("groups by everything that the message prints, and repeats after hours", () => {
    expect(route).toMatchObject({
      matchers: [],
      groupBy: ["alertname", "service", "severity"],
      groupWait: "10s",
      groupInterval: "1m",
      repeatInterval: "4h",
    });
  });

  it("sends the watchdog to the heartbeat and never to the chat", () => {
    expect(route.routes?.[0]).toMatchObject({
      matchers: [{ label: "alertname", match: "=", value: "Watchdog" }],
      receiver: { name: "heartbeat" },
      repeatInterval: "5m",
    });
  });

  it("pages for what is critical, and tells the chat of it as well", () => {
    const [, critical] = route.routes ?? [];
    expect(critical?.matchers).toEqual([
      { label: "severity", match: "=", value: "critical" },
    ]);
    expect(critical?.receiver?.integrations.map(({ kind }) => kind)).toEqual([
      "telegram",
      "pagerduty",
    ]);
  });

  it("silences warnings of a service of which something critical is known", () => {
    expect(inhibitions).toEqual([
      expect.objectContaining({
        source: [{ label: "severity", match: "=", value: "critical" }],
        target: [{ label: "severity", match: "=", value: "warning" }],
        equal: ["service"],
      }),
    ]);
  });

  it("reads labels that the whole group shares, and tells an end from a beginning", () => {
    const [template] = templates ?? [];
    expect(template?.template).toContain('{{ define "product-store.telegram"');
    expect(template?.template).not.toContain(".GroupLabels");
    expect(template?.template).not.toContain("localhost");
    for (const part of [
      '{{ if eq .Status "firing" }}🚨{{ else }}✅{{ end }}',
      "{{ .Status | toUpper }}",
      "<b>Service:</b> {{ .CommonLabels.service }}",
      "<b>Severity:</b> {{ .CommonLabels.severity }}",
      "<b>Alert:</b> {{ .Annotations.summary }}",
      "<b>Description:</b> {{ .Annotations.description }}",
      '<b>Started:</b> {{ .StartsAt.Format "2006-01-02 15:04:05" }}',
      "📊 Open Grafana",
    ])
      expect(template?.template).toContain(part);
  });
});
