import { NotificationPolicy as GrafanaNotificationPolicy } from "@cdktf/provider-grafana/lib/notification-policy";
import type { TerraformStack } from "cdktf";
import { ContactPoints } from "../src/contact-points";
import { MuteTimings } from "../src/mute-timings";
import { NotificationPolicy } from "../src/notification-policy";
import {
  is,
  isNot,
  matches,
  type Matcher,
  type MuteTiming,
  type Receiver,
  type RootRoute,
  type Route,
} from "monitoring-as-code";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

const receiver = (name: string): Receiver => ({
  name,
  integrations: [{ kind: "webhook", url: `https://${name}.example.com` }],
});
const everybody = receiver("everybody");
const shop = receiver("shop");
const nights: MuteTiming = {
  name: "nights",
  intervals: [{ times: [{ start: "20:00", end: "24:00" }] }],
};
const weekends: MuteTiming = {
  name: "weekends",
  intervals: [{ weekdays: ["sunday", "saturday"] }],
};

function root(...routes: readonly Route[]): RootRoute {
  return {
    receiver: everybody,
    groupBy: ["system", "alertname"],
    groupWait: "30s",
    groupInterval: "300s",
    repeatInterval: "24h",
    routes,
  };
}

function define(
  stack: TerraformStack,
  route: RootRoute,
  grafanaVersion = 12,
): NotificationPolicy {
  return new NotificationPolicy(stack, "policy", {
    route,
    contactPoints: new ContactPoints(stack, "contact-points", {
      receivers: [everybody, shop],
      secrets: () => "",
    }),
    muteTimings: new MuteTimings(stack, "mute-timings", {
      muteTimings: [nights, weekends],
    }),
    grafanaVersion,
  });
}

function synthesize(...routes: readonly Route[]): string {
  return synthesizedGrafana((stack) => {
    define(stack, root(...routes));
  });
}

/** A chain of routes, one below the other, of which the last is `last`. */
function chain(depth: number, last: Partial<Route> = {}): Route {
  const matchers = [is("level", String(depth))];
  return depth === 1
    ? { matchers, ...last }
    : { matchers, routes: [chain(depth - 1, last)] };
}

interface Policy {
  readonly group_by?: readonly string[];
  readonly policy?: readonly Policy[];
}

function levels(policy: unknown): readonly (readonly string[] | undefined)[] {
  const [child] = (policy as Policy).policy ?? [];
  return child === undefined ? [] : [child.group_by, ...levels(child)];
}

describe("NotificationPolicy", () => {
  it("with a root only sends everything to its contact point, in Grafana's spelling of durations", () => {
    const policy = onlyResourceIn(synthesize(), "grafana_notification_policy");
    expect(policy).toMatchObject({
      group_by: ["alertname", "system"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "1d",
      disable_provenance: false,
    });
    expect(policy).not.toHaveProperty("policy");
  });

  it("refers to contact points and mute timings, so that they come before it and go after it", () => {
    const policy = onlyResourceIn(
      synthesize({
        matchers: [],
        receiver: shop,
        muteTimings: [nights],
        activeTimings: [weekends],
      }),
      "grafana_notification_policy",
    );
    const name = /^\$\{grafana_contact_point\..*\.name\}$/;
    const timing = /^\$\{grafana_mute_timing\..*\.name\}$/;
    expect(policy).toMatchObject({
      contact_point: expect.stringMatching(name) as string,
      policy: [
        {
          contact_point: expect.stringMatching(name) as string,
          mute_timings: [expect.stringMatching(timing)],
          active_timings: [expect.stringMatching(timing)],
        },
      ],
    });
  });

  it("leaves out what a route inherits", () => {
    const { policy } = onlyResourceIn(
      synthesize({ matchers: [is("team", "shop")] }),
      "grafana_notification_policy",
    );
    expect(policy).toEqual([
      {
        matcher: [{ label: "team", match: "=", value: "shop" }],
        continue: false,
      },
    ]);
  });

  it("keeps the order of routes, which is their meaning", () => {
    const first: Route = { matchers: [is("team", "a")], continue: true };
    const second: Route = { matchers: [is("team", "b")] };
    expect(synthesize(first, second)).not.toBe(synthesize(second, first));
  });

  it("has no lists of blocks that are empty, which the deepest level has no name for", () => {
    expect(synthesize(chain(5))).not.toMatch(/"(policy|matcher)": \[\]/);
  });

  it("does not depend on the order of matchers, labels and timings", () => {
    const matchers: readonly Matcher[] = [
      is("team", "shop"),
      isNot("severity", "info"),
      matches("service", "web|api"),
    ];
    const route: Route = {
      matchers,
      groupBy: ["alertname", "service"],
      muteTimings: [nights, weekends],
    };
    expect(synthesize(route)).toBe(
      synthesize({
        matchers: [...matchers].reverse(),
        groupBy: ["service", "alertname"],
        muteTimings: [weekends, nights],
      }),
    );
  });

  it("writes values of matchers literally", () => {
    expect(
      synthesize({ matchers: [matches("path", "a${1}")] }),
    ).toHaveResourceWithProperties(GrafanaNotificationPolicy, {
      policy: [
        {
          matcher: [{ label: "path", match: "=~", value: "a$${1}" }],
          continue: false,
        },
      ],
    });
  });

  it("takes no grouping at all", () => {
    expect(
      synthesize({ matchers: [], groupBy: ["..."] }),
    ).toHaveResourceWithProperties(GrafanaNotificationPolicy, {
      policy: [{ group_by: ["..."], continue: false }],
    });
  });

  it("writes canonical durations at every level, and a wait of 0", () => {
    expect(
      synthesize({
        matchers: [],
        groupWait: "0m",
        groupInterval: "90s",
        repeatInterval: "168h",
      }),
    ).toHaveResourceWithProperties(GrafanaNotificationPolicy, {
      policy: [
        {
          group_wait: "0s",
          group_interval: "1m30s",
          repeat_interval: "1w",
          continue: false,
        },
      ],
    });
  });

  it("nests five levels and says at the deepest what it inherits to group by", () => {
    const policy = onlyResourceIn(
      synthesize(chain(5)),
      "grafana_notification_policy",
    );
    expect(levels(policy)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      ["alertname", "system"],
    ]);
  });

  it("groups at the deepest level as the nearest route above says", () => {
    const route = chain(3, { groupBy: ["service"], routes: [chain(2)] });
    const policy = onlyResourceIn(
      synthesize(route),
      "grafana_notification_policy",
    );
    expect(levels(policy)).toEqual([
      undefined,
      undefined,
      ["service"],
      undefined,
      ["service"],
    ]);
  });

  it("keeps a tree of five levels as it is written, although it could be flatter", () => {
    const routes = [{ matchers: [is("a", "1")], routes: [{ matchers: [] }] }];
    const policy = onlyResourceIn(
      synthesize(...routes),
      "grafana_notification_policy",
    );
    expect(levels(policy)).toHaveLength(2);
  });

  it("merges routes beyond five levels where that changes nothing", () => {
    const policy = onlyResourceIn(
      synthesize(
        chain(5, {
          receiver: shop,
          routes: [{ matchers: [], groupBy: ["x"] }],
        }),
      ),
      "grafana_notification_policy",
    );
    expect(levels(policy)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      ["x"],
    ]);
  });

  it("rejects a sixth level that cannot be merged", () => {
    expect(() => define(testStack(), root(chain(6)))).toThrow(
      new Error(
        'test/policy: route > level="6" > level="5" > level="4" > level="3" > level="2" > level="1": a route must be at most 5 levels below the root, got level 6: merge its matchers into its parent\'s',
      ),
    );
  });

  it("rejects a second tree, wherever it is", () => {
    const stack = testStack();
    define(stack, root());
    const [contactPoints, muteTimings] = [
      stack.node.findChild("contact-points") as ContactPoints,
      stack.node.findChild("mute-timings") as MuteTimings,
    ];
    expect(
      () =>
        new NotificationPolicy(stack, "other", {
          route: root(),
          contactPoints,
          muteTimings,
          grafanaVersion: 12,
        }),
    ).toThrow(
      new Error(
        'test/other: notification policy "of the organisation" must be defined once, got another at test/policy',
      ),
    );
  });

  const unit = "must be a whole number and one of s, m, h, d, w, got";
  test.each<[string, RootRoute, string]>([
    // prettier-ignore
    ["a receiver of another stack", { ...root(), receiver: receiver("blog") }, `route: receiver "blog" must be one of those that are defined (everybody, shop)`],
    // prettier-ignore
    ["an interval of 0", { ...root(), groupInterval: "0s" }, `route: 'groupInterval' must be longer than 0, got "0s"`],
    // prettier-ignore
    ["a repetition after 0", { ...root(), repeatInterval: "0m" }, `route: 'repeatInterval' must be longer than 0, got "0m"`],
    // prettier-ignore
    ["a fraction", { ...root(), repeatInterval: "1.5h" }, `route: 'repeatInterval' ${unit} "1.5h"`],
    // prettier-ignore
    ["a negative wait", { ...root(), groupWait: "-30s" }, `route: 'groupWait' ${unit} "-30s"`],
  ])("rejects a root with %s", (_, route, problem) => {
    expect(() => define(testStack(), route)).toThrow(
      new Error(`test/policy: ${problem}`),
    );
  });

  test.each<[string, Partial<Route>, string]>([
    // prettier-ignore
    ["all labels and one more", { groupBy: ["...", "team"] }, `"..." must be alone in 'groupBy', got ["...","team"]`],
    // prettier-ignore
    ["a label twice", { groupBy: ["team", "team"] }, `'groupBy' must name a label once, got "team" twice`],
    // prettier-ignore
    ["an empty label", { groupBy: [""] }, `'groupBy' must hold names of labels, got [""]`],
    // prettier-ignore
    ["an unknown receiver", { receiver: receiver("blog") }, `receiver "blog" must be one of those that are defined (everybody, shop)`],
    // prettier-ignore
    ["an unknown timing", { muteTimings: [{ ...nights, name: "days" }] }, `mute timing "days" must be one of those that are defined (nights, weekends)`],
    // prettier-ignore
    ["an interval of 0", { groupInterval: "0s" }, `'groupInterval' must be longer than 0, got "0s"`],
    // prettier-ignore
    ["years", { repeatInterval: "1y" as "1d" }, `'repeatInterval' ${unit} "1y"`],
  ])("rejects a route with %s", (_, route, problem) => {
    expect(() =>
      define(testStack(), root({ matchers: [is("team", "shop")], ...route })),
    ).toThrow(new Error(`test/policy: route > team="shop": ${problem}`));
  });

  test.each<[string, Matcher, string]>([
    // prettier-ignore
    ["quotes around its value", is("team", '"ops"'), `matcher team="\\"ops\\"" must not have quotes around its value: leave them out`],
    // prettier-ignore
    ["a quote at its end", matches("team", 'ops"'), `matcher team=~"ops\\"" must not have quotes around its value: leave them out`],
    // prettier-ignore
    ["no label", is("", "ops"), `matcher ="ops" must have a label, got ""`],
    // prettier-ignore
    ["an operator of SQL", { label: "team", match: "like" as "=", value: "x" }, `matcher teamlike"x" must compare with =, !=, =~ or !~, got "like"`],
    // prettier-ignore
    ["an open bracket", matches("team", "[a"), "matcher team=~\"[a\" must be a regular expression of RE2: missing closing ]: `[a`"],
    // prettier-ignore
    ["a lookahead", matches("team", "(?!ops).*"), 'matcher team=~"(?!ops).*" must be a regular expression of RE2: invalid or unsupported Perl syntax: `(?!`; RE2 has no look-ahead or look-behind'],
    // prettier-ignore
    ["a backreference", matches("team", "(a)\\1"), 'matcher team=~"(a)\\\\1" must be a regular expression of RE2: invalid escape sequence: `\\1`'],
  ])("rejects a matcher with %s", (_, matcher, problem) => {
    expect(() => define(testStack(), root({ matchers: [matcher] }))).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          new RegExp(`^test/policy: route > .*: ${escaped(problem)}$`),
        ) as string,
      }) as Error,
    );
  });

  it("rejects the same matcher twice", () => {
    expect(() =>
      define(testStack(), root({ matchers: [is("a", "1"), is("a", "1")] })),
    ).toThrow(
      new Error(
        'test/policy: route > a="1", a="1": matcher a="1" must be given once, got it twice',
      ),
    );
  });

  it("rejects active timings below Grafana 12", () => {
    expect(() =>
      define(
        testStack(),
        root({ matchers: [is("team", "shop")], activeTimings: [nights] }),
        11,
      ),
    ).toThrow(
      new Error(
        "test/policy: route > team=\"shop\": 'activeTimings' must be left out below Grafana 12.1, got them for Grafana 11: mute the other times instead",
      ),
    );
  });

  it("rejects all problems of a tree at once", () => {
    expect(() =>
      define(testStack(), {
        ...root({ matchers: [is("a", "1")], groupBy: [] }),
        groupBy: [""],
      }),
    ).toThrow(
      new Error(
        [
          "test/policy:",
          `route: 'groupBy' must hold names of labels, got [""]`,
          `route > a="1": 'groupBy' must not be empty, got []: leave it out to inherit, or write "..." to group by all labels`,
        ].join("\n  "),
      ),
    );
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
