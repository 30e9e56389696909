import fc from "fast-check";
import { depthBelow, flattened } from "../../src/notifications/route-depth";
import type { Labels } from "../../src/model/labels";
import { is, type Matcher } from "../../src/model/matcher";
import type { Receiver } from "../../src/model/receiver";
import type { RootRoute, Route } from "../../src/model/route";
import { runs } from "../property-runs";

const receiver = (name: string): Receiver => ({ name, integrations: [] });

/** Where an alert ends, with what it inherited. */
interface Delivery {
  readonly receiver: string;
  readonly groupBy: readonly string[];
  readonly mute: readonly string[];
}

/** Routing as Alertmanager does it, for matchers of equality. */
function deliveries(
  route: Route,
  inherited: Omit<Delivery, "mute">,
  labels: Labels,
): readonly Delivery[] {
  const matches = ({ label, value }: Matcher): boolean =>
    (labels[label] ?? "") === value;
  if (!route.matchers.every(matches)) return [];
  const own = {
    receiver: route.receiver?.name ?? inherited.receiver,
    groupBy: route.groupBy ?? inherited.groupBy,
  };
  const below: Delivery[] = [];
  for (const child of route.routes ?? []) {
    const found = deliveries(child, own, labels);
    below.push(...found);
    if (found.length > 0 && child.continue !== true) break;
  }
  const mute = (route.muteTimings ?? []).map(({ name }) => name);
  return below.length > 0 ? below : [{ ...own, mute }];
}

function routed(root: RootRoute, labels: Labels): readonly Delivery[] {
  return deliveries(
    { ...root, matchers: [] },
    { receiver: "", groupBy: [] },
    labels,
  );
}

const matchers = fc.array(
  fc
    .tuple(fc.constantFrom("a", "b"), fc.constantFrom("", "1", "2"))
    .map(([label, value]) => is(label, value)),
  { maxLength: 2 },
);
const { route } = fc.letrec<{ route: Route }>((tie) => ({
  route: fc.record(
    {
      matchers,
      receiver: fc.constantFrom("r", "s", "t").map(receiver),
      groupBy: fc.constantFrom(["x"], ["y"]),
      continue: fc.boolean(),
      muteTimings: fc.constantFrom([], [{ name: "n", intervals: [] }]),
      routes: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constant([]),
        fc.array(tie("route"), { minLength: 1, maxLength: 2 }),
      ),
    },
    { requiredKeys: ["matchers"] },
  ),
}));
function rootOf(...routes: readonly Route[]): RootRoute {
  return {
    receiver: receiver("root"),
    groupBy: ["z"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes,
  };
}

const roots = fc
  .array(route, { maxLength: 3 })
  .map((routes) => rootOf(...routes));
const labels = fc.record({
  a: fc.constantFrom("", "1", "2"),
  b: fc.constantFrom("", "1", "2"),
});

describe(flattened, () => {
  it("delivers every alert as before", () => {
    fc.assert(
      fc.property(roots, labels, (root, alert) => {
        expect(routed(flattened(root), alert)).toEqual(routed(root, alert));
      }),
      { numRuns: runs(1000) },
    );
  });

  it("is never deeper than before, and done at once", () => {
    fc.assert(
      fc.property(roots, (root) => {
        const flat = flattened(root);
        expect(depthBelow(flat.routes)).toBeLessThanOrEqual(
          depthBelow(root.routes),
        );
        expect(depthBelow(flattened(flat).routes)).toBe(
          depthBelow(flat.routes),
        );
      }),
    );
  });

  it("merges an only child that matches everything into its parent", () => {
    const chain: Route = {
      matchers: [is("a", "1")],
      continue: true,
      groupBy: ["x"],
      muteTimings: [{ name: "parent", intervals: [] }],
      routes: [
        { matchers: [], receiver: receiver("r"), routes: [{ matchers: [] }] },
      ],
    };
    expect(flattened(rootOf(chain)).routes).toEqual([
      expect.objectContaining({
        matchers: [is("a", "1")],
        continue: true,
        receiver: receiver("r"),
        groupBy: ["x"],
        muteTimings: undefined,
      }),
    ]);
  });

  it("keeps an only child that some alerts of its parent do not match", () => {
    const route: Route = {
      matchers: [],
      routes: [{ matchers: [is("a", "1")], routes: [] }],
    };
    expect(depthBelow(flattened(rootOf(route)).routes)).toBe(2);
  });
});
