import { notificationsOf } from "../../src/deployment/notifications";
import type { Environment } from "../../src/model/environment";
import type { IntegrationKind } from "../../src/notifications/integrations/integration";
import { is, matches } from "../../src/model/matcher";
import type {
  MonitoredSystem,
  SystemNotifications,
} from "../../src/model/monitored-system";
import type { MuteTiming } from "../../src/model/mute-timing";
import type { RootNotifications } from "../../src/model/notifications";
import type { Receiver } from "../../src/model/receiver";
import type { Route } from "../../src/model/route";
import { secret } from "../../src/model/secret";
import { notificationProblems } from "../../src/notifications/problems";
import { notify } from "../../src/notifications/notify";
import { environmentWith } from "../environment-fixture";

const fallback: Receiver = {
  name: "default",
  integrations: [
    { kind: "webhook", url: "http://hooks.example" },
    { kind: "slack", url: secret("slack_url", "Slack") },
  ],
};
const pager: Receiver = {
  name: "pager",
  integrations: [
    { kind: "pagerduty", integrationKey: secret("pager_key", "PagerDuty") },
    { kind: "slack", url: secret("slack_url", "Slack") },
  ],
};
const nights: MuteTiming = {
  name: "nights",
  intervals: [{ times: [{ start: "00:00", end: "08:00" }] }],
};
const weekends: MuteTiming = {
  name: "weekends",
  intervals: [{ weekdays: ["saturday", "sunday"] }],
};

const root: RootNotifications = {
  receivers: [fallback],
  route: {
    receiver: fallback,
    groupBy: ["alertname", "system"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [],
  },
  muteTimings: [weekends],
};

const shopNotifications: SystemNotifications = {
  receivers: [pager],
  route: {
    matchers: [],
    receiver: fallback,
    routes: [
      { matchers: [is("severity", "critical")], receiver: pager },
      { matchers: [is("severity", "info")], muteTimings: [nights, weekends] },
    ],
  },
  muteTimings: [nights],
  inhibitions: [
    {
      name: "down",
      source: [is("alertname", "Down")],
      target: [matches("alertname", "Slow|Errors")],
      equal: ["service"],
    },
  ],
  templates: [{ name: "shop", template: '{{ define "shop.title" }}{{ end }}' }],
};

function environment(...integrations: IntegrationKind[]): Environment {
  return environmentWith({ integrations });
}

function system(
  id: string,
  notifications?: SystemNotifications,
  observes?: "all",
): MonitoredSystem {
  return {
    id,
    title: id,
    description: id,
    jobs: [],
    metrics: [],
    exporters: [],
    dashboards: [],
    alertGroups: [],
    recordingGroups: [],
    slos: [],
    ...(notifications && { notifications }),
    ...(observes && { observes }),
  };
}

const all = environment("webhook", "slack", "pagerduty");

describe("notificationsOf", () => {
  const merged = notificationsOf(all, root, [
    system("shop", shopNotifications),
  ]);

  it("hangs a system's tree below a matcher on its id", () => {
    expect(merged.route.routes).toEqual([
      expect.objectContaining({ matchers: [is("system", "shop")] }),
    ]);
    const labels = { system: "shop", severity: "critical" };
    expect(notify({ notifications: merged, labels }).receivers).toMatchObject([
      {
        name: "shop-pager",
        route: 'route > system="shop" > severity="critical"',
      },
    ]);
    expect(
      notify({ notifications: merged, labels: { severity: "critical" } })
        .receivers,
    ).toMatchObject([{ name: "default", route: "route" }]);
  });

  it("prefixes what is the system's own and keeps the names that it shares with the root", () => {
    expect(merged.receivers.map(({ name }) => name)).toEqual([
      "default",
      "shop-pager",
    ]);
    expect(merged.muteTimings.map(({ name }) => name)).toEqual([
      "weekends",
      "shop-nights",
    ]);
    expect(merged.route.routes[0]?.receiver).toBe(merged.route.receiver);
    expect(merged.route.routes[0]?.routes?.[1]?.muteTimings).toEqual([
      merged.muteTimings[1],
      merged.muteTimings[0],
    ]);
  });

  it("makes a tree without problems", () => {
    expect(notificationProblems(merged, all)).toEqual([]);
  });

  it("keeps only the integrations that are switched on", () => {
    const { receivers } = notificationsOf(environment("slack"), root, [
      system("shop", shopNotifications),
    ]);
    expect(
      receivers.map(({ name, integrations }) => [
        name,
        integrations.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ["default", ["slack"]],
      ["shop-pager", ["slack"]],
    ]);
  });

  it("hands over to the root's receiver where nothing is switched on", () => {
    const notifications = notificationsOf(environment("webhook"), root, [
      system("shop", shopNotifications),
    ]);
    expect(notifications.receivers.map(({ name }) => name)).toEqual([
      "default",
    ]);
    expect(
      notify({
        notifications,
        labels: { system: "shop", severity: "critical" },
      }).receivers,
    ).toMatchObject([{ name: "default" }]);
    expect(notificationProblems(notifications, all)).toEqual([]);
  });

  it("keeps a receiver that nobody uses, for the checks to find", () => {
    const notifications = notificationsOf(all, root, [
      system("shop", { receivers: [pager], route: { matchers: [] } }),
    ]);
    expect(notificationProblems(notifications, all)).toMatchObject([
      { rule: "unused-receiver", path: 'receiver "shop-pager"' },
      { rule: "unused-timing", path: 'mute timing "weekends"' },
    ]);
  });

  it("scopes inhibitions to their system", () => {
    expect(merged.inhibitions).toEqual([
      {
        name: "shop-down",
        source: [is("system", "shop"), is("alertname", "Down")],
        target: [is("system", "shop"), matches("alertname", "Slow|Errors")],
        equal: ["service"],
      },
    ]);
  });

  it("does not scope those of a system that observes all, nor the root's, nor extra ones", () => {
    const [rule] = shopNotifications.inhibitions ?? [];
    const rules = rule === undefined ? [] : [rule];
    const { inhibitions } = notificationsOf(
      all,
      { ...root, inhibitions: [{ ...rules[0], name: "root" } as never] },
      [system("shop", shopNotifications, "all")],
      [{ ...rules[0], name: "extra" } as never],
    );
    expect(inhibitions).toEqual([
      { ...rule, name: "root" },
      { ...rule, name: "shop-down" },
      { ...rule, name: "extra" },
    ]);
  });

  it("collects templates, once each", () => {
    const { templates } = notificationsOf(all, root, [
      system("a", shopNotifications),
      system("b", shopNotifications),
    ]);
    expect(templates).toEqual(shopNotifications.templates);
  });

  it("is the same whatever the order of the systems", () => {
    const [a, b, c] = [
      system("a", shopNotifications),
      system("b"),
      system("c", shopNotifications),
    ];
    expect(notificationsOf(all, root, [c, a, b])).toEqual(
      notificationsOf(all, root, [a, b, c]),
    );
  });

  it("rejects a root whose receiver is left without integrations", () => {
    expect(() => notificationsOf(environment("email"), root, [])).toThrow(
      'notifications of environment "test":\n- receiver "default" of the root has no integration that is switched on (email), so alerts would reach nobody; switch one of its kinds on (webhook, slack) or give it one of those',
    );
  });

  const cyclic: { matchers: []; routes: Route[] } = {
    matchers: [],
    routes: [],
  };
  cyclic.routes.push(cyclic);

  test.each<[string, SystemNotifications, string]>([
    [
      "a receiver of somebody else",
      {
        receivers: [],
        route: {
          matchers: [],
          routes: [{ matchers: [is("a", "1")], receiver: pager }],
        },
      },
      'system "shop": route > system="shop" > a="1" uses receiver "pager", which is not listed; list it, or use one of "default"',
    ],
    [
      "a timing of somebody else",
      { receivers: [], route: { matchers: [], muteTimings: [nights] } },
      'system "shop": route > system="shop" uses mute timing "nights", which is not listed; list it, or use one of "weekends"',
    ],
    [
      "matchers on its route",
      { receivers: [], route: { matchers: [is("team", "a")] } },
      'system "shop": its route must have no matchers of its own, got team="a"; system="shop" is added, put others on a child',
    ],
    [
      "a tree that contains itself",
      { receivers: [], route: { matchers: [], routes: [cyclic] } },
      'system "shop": route > system="shop" > {} > {} contains itself; a route tree must end',
    ],
  ])("rejects a system with %s", (_, notifications, message) => {
    expect(() =>
      notificationsOf(all, root, [system("shop", notifications)]),
    ).toThrow(`notifications of environment "test":\n- ${message}`);
  });

  it("rejects a receiver of another system, and all problems at once", () => {
    const thief = { receivers: [], route: { matchers: [], receiver: pager } };
    expect(() =>
      notificationsOf(all, root, [
        system("a", shopNotifications),
        system("b", thief),
        system("b"),
      ]),
    ).toThrow(
      'notifications of environment "test":\n- two systems have the id "b"; their alerts could not be told apart\n- system "b": route > system="b" uses receiver "pager", which is not listed; list it, or use one of "default"',
    );
  });

  it("rejects a root that does not list its receiver", () => {
    expect(() => notificationsOf(all, { ...root, receivers: [] }, [])).toThrow(
      'route uses receiver "default", which the root does not list',
    );
  });
});
