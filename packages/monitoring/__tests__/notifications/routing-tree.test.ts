import fc from "fast-check";
import type { Labels } from "../../src/model/labels";
import { is, isNot, matches, matchesNot } from "../../src/model/matcher";
import type { RootRoute, Route } from "../../src/model/route";
import { matchesValue } from "../../src/notifications/matching";
import {
  matchedRoutes,
  routingTree,
} from "../../src/notifications/routing-tree";
import { runs } from "../property-runs";
import {
  arbitraryLabels,
  arbitraryNotifications,
} from "./arbitrary-notifications";
import {
  critical,
  notificationsWith,
  shop,
  slo,
} from "./notifications-fixture";

function receiversOf(labels: Labels): readonly string[] {
  return matchedRoutes(shop.route, labels).map(({ receiver }) => receiver.name);
}

describe("matchedRoutes", () => {
  test.each([
    [{ alertname: "HighLatency" }, ["default"]],
    [{ alertname: "ServiceDown", severity: "critical" }, ["critical-alerts"]],
    [
      { alertname: "PaymentFailureSpike", severity: "critical" },
      ["critical-alerts", "business-alerts"],
    ],
    [
      { severity: "critical", slo: "api", team: "cache" },
      ["critical-alerts", "slo-alerts"],
    ],
    [{ slo: "api", team: "cache" }, ["slo-alerts"]],
    [{ alertname: "InventoryLowish" }, ["default"]],
    [{ team: "database" }, ["infrastructure-alerts"]],
    [{}, ["default"]],
  ])("sends %j to %j", (labels, receivers) => {
    expect(receiversOf(labels)).toEqual(receivers);
  });

  it("ends in the parent when none of its children matches", () => {
    const { route } = notificationsWith([
      {
        matchers: [is("team", "a")],
        receiver: critical,
        routes: [{ matchers: [is("severity", "info")], receiver: slo }],
      },
    ]);
    expect(matchedRoutes(route, { team: "a" }).map(({ path }) => path)).toEqual(
      ['route > team="a"'],
    );
  });

  it.each([
    [is("x", ""), true],
    [isNot("x", "a"), true],
    [matches("x", ".*"), true],
    [matches("x", ".+"), false],
    [matchesNot("x", "a"), true],
  ])("takes an absent label for an empty one: %j", (matcher, expected) => {
    const { route } = notificationsWith([
      { matchers: [matcher], receiver: slo },
    ]);
    expect(matchedRoutes(route, {})[0]?.receiver === slo).toBe(expected);
  });

  it("takes a label for absent that only objects have", () => {
    const { route } = notificationsWith([
      { matchers: [is("constructor", "")], receiver: slo },
    ]);
    expect(matchedRoutes(route, {})[0]?.receiver).toBe(slo);
  });

  it.each([
    ["a|b", "ab", false],
    ["a|b", "b", true],
    ["5..", "5\n1", false],
    ["(?s)5..", "5\n1", true],
    ["(?i)warn", "WARN", true],
  ])("anchors %s against %j", (pattern, value, expected) => {
    expect(matchesValue(matches("x", pattern), value)).toBe(expected);
  });

  it("inherits receiver, grouping and waits, but no timings", () => {
    const child = matchedRoutes(shop.route, {
      severity: "critical",
      alertname: "InventoryLow",
    });
    expect(child[0]).toMatchObject({
      groupBy: ["alertname", "cluster", "service"],
      groupWait: "10s",
      groupInterval: "5m",
      repeatInterval: "1h",
    });
    const { route } = notificationsWith([
      {
        matchers: [],
        receiver: slo,
        muteTimings: shop.muteTimings,
        routes: [{ matchers: [] }],
      },
    ]);
    expect(matchedRoutes(route, {})[0]).toMatchObject({
      path: "route > {} > {}",
      receiver: slo,
      muteTimings: [],
    });
  });

  it("numbers siblings that repeat matchers", () => {
    const { route } = notificationsWith([
      { matchers: [is("a", "1")], continue: true },
      { matchers: [is("a", "1")], receiver: slo },
    ]);
    expect(matchedRoutes(route, { a: "1" }).map(({ path }) => path)).toEqual([
      'route > a="1"',
      'route > a="1" (2)',
    ]);
  });

  it("rejects a tree that contains itself", () => {
    const route: { matchers: []; routes: Route[] } = {
      matchers: [],
      routes: [],
    };
    route.routes.push({ matchers: [is("a", "1")], routes: [route] });
    const { route: root } = notificationsWith([route]);
    expect(() => routingTree(root)).toThrow(
      'route > {} > a="1" > {} contains itself; a route tree must end',
    );
  });

  it("rejects a bad expression, naming the route", () => {
    const { route } = notificationsWith([
      { matchers: [matches("a", "(?=x)")] },
    ]);
    expect(() => matchedRoutes(route, {})).toThrow(
      /^route > a=~"\(\?=x\)": .*\(\?=/,
    );
  });
});

describe("the routing tree", () => {
  it("finds for every alert the same routes as the definition of the semantics", () => {
    fc.assert(
      fc.property(
        arbitraryNotifications,
        arbitraryLabels,
        ({ route }, labels) => {
          expect(
            matchedRoutes(route, labels).map(({ receiver }) => receiver.name),
          ).toEqual(byDefinition(route, labels));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("always finds a route, and only the root when nothing hangs below it", () => {
    fc.assert(
      fc.property(
        arbitraryNotifications,
        arbitraryLabels,
        ({ route }, labels) => {
          expect(matchedRoutes(route, labels).length).toBeGreaterThan(0);
          expect(
            matchedRoutes({ ...route, routes: [] }, labels).map(
              ({ path }) => path,
            ),
          ).toEqual(["route"]);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("does not see a sibling that comes after a match without continue", () => {
    fc.assert(
      fc.property(
        arbitraryNotifications,
        arbitraryLabels,
        ({ route }, labels) => {
          const catchAll: Route = { matchers: [], receiver: critical };
          const found = matchedRoutes(
            { ...route, routes: [catchAll, ...route.routes] },
            labels,
          );
          expect(found.map(({ receiver }) => receiver)).toEqual([critical]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

/** The rules, written as plainly as they are stated: a second opinion on the router. */
function byDefinition(root: RootRoute, labels: Labels): readonly string[] {
  const visit = (route: Route, inherited: string): readonly string[] => {
    const holds = route.matchers.every((matcher) =>
      matchesValue(matcher, labels[matcher.label] ?? ""),
    );
    if (!holds) return [];
    const own = route.receiver?.name ?? inherited;
    const children = below(route.routes ?? [], own);
    return children.length > 0 ? children : [own];
  };
  const below = (routes: readonly Route[], own: string): readonly string[] => {
    const [first, ...rest] = routes;
    if (first === undefined) return [];
    const found = visit(first, own);
    return found.length > 0 && !first.continue
      ? found
      : [...found, ...below(rest, own)];
  };
  const found = below(root.routes, root.receiver.name);
  return found.length > 0 ? found : [root.receiver.name];
}
