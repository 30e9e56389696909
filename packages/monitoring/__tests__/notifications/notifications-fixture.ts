import type { Notifications } from "../../src/model/deployment";
import { is, matches } from "../../src/model/matcher";
import type { MuteTiming } from "../../src/model/mute-timing";
import type { Receiver } from "../../src/model/receiver";
import type { Route } from "../../src/model/route";

/** A receiver that posts to a webhook. */
export function webhook(name: string): Receiver {
  return {
    name,
    integrations: [{ kind: "webhook", url: `http://hooks.example/${name}` }],
  };
}

export const fallback = webhook("default");
export const critical = webhook("critical-alerts");
export const slo = webhook("slo-alerts");
export const business = webhook("business-alerts");
export const infrastructure = webhook("infrastructure-alerts");

export const nights: MuteTiming = {
  name: "nights",
  intervals: [
    {
      times: [
        { start: "00:00", end: "08:00" },
        { start: "18:00", end: "24:00" },
      ],
      location: "Europe/Berlin",
    },
  ],
};

/** Notifications with `routes` below a root that tells `default`; receivers and timings are listed as they are used. */
export function notificationsWith(
  routes: readonly Route[],
  changes: Partial<Notifications> = {},
): Notifications {
  const receivers = new Set<Receiver>([fallback]);
  const muteTimings = new Set<MuteTiming>();
  const seen = new Set<Route>();
  const visit = (route: Route): void => {
    if (seen.has(route)) return;
    seen.add(route);
    if (route.receiver) receivers.add(route.receiver);
    for (const timing of route.muteTimings ?? []) muteTimings.add(timing);
    for (const timing of route.activeTimings ?? []) muteTimings.add(timing);
    route.routes?.forEach(visit);
  };
  routes.forEach(visit);
  return {
    receivers: [...receivers],
    route: {
      receiver: fallback,
      groupBy: ["alertname", "cluster", "service"],
      groupWait: "10s",
      groupInterval: "5m",
      repeatInterval: "4h",
      routes,
    },
    inhibitions: [],
    muteTimings: [...muteTimings],
    templates: [],
    ...changes,
  };
}

/** The tree of an online shop: critical alerts go on to their topic. */
export const shop = notificationsWith(
  [
    {
      matchers: [is("severity", "critical")],
      receiver: critical,
      repeatInterval: "1h",
      continue: true,
    },
    {
      matchers: [matches("slo", ".+")],
      receiver: slo,
      groupWait: "30s",
      repeatInterval: "2h",
    },
    {
      matchers: [matches("alertname", "PaymentFailureSpike|InventoryLow")],
      receiver: business,
      muteTimings: [nights],
    },
    {
      matchers: [matches("team", "infrastructure|database|cache")],
      receiver: infrastructure,
    },
  ],
  {
    inhibitions: [
      {
        name: "service-down",
        source: [is("alertname", "ServiceDown")],
        target: [is("severity", "warning")],
        equal: ["service"],
      },
    ],
  },
);
