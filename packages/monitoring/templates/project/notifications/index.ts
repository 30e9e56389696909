import type { Receiver, RootNotifications } from "monitoring-as-code";

/** Gets every alert that no system sends elsewhere. */
export const defaultReceiver: Receiver = {
  name: "default",
  integrations: [
    { kind: "webhook", url: "http://localhost:8080/alerts" },
    { kind: "email", addresses: ["platform@example.com"] },
  ],
};

/** The top of the routing tree in every environment; the systems' own trees hang below it. */
export const rootNotifications: RootNotifications = {
  receivers: [defaultReceiver],
  route: {
    receiver: defaultReceiver,
    groupBy: ["alertname", "system"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [],
  },
};
