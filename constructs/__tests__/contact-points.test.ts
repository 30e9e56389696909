import { ContactPoints } from "../src/contact-points";
import type { Receiver } from "monitoring-as-code";
import { resourcesIn, synthesizedGrafana, testStack } from "./test-stack";

const shop: Receiver = {
  name: "shop-oncall",
  integrations: [{ kind: "webhook", url: "https://shop.example.com" }],
};
const blog: Receiver = {
  name: "blog",
  integrations: [{ kind: "email", addresses: ["blog@example.com"] }],
};

function define(...receivers: readonly Receiver[]): ContactPoints {
  return new ContactPoints(testStack(), "contact-points", {
    receivers,
    secrets: () => "",
  });
}

function synthesize(...receivers: readonly Receiver[]): string {
  return synthesizedGrafana((stack) => {
    new ContactPoints(stack, "contact-points", {
      receivers,
      secrets: () => "",
    });
  });
}

describe("ContactPoints", () => {
  it("defines one contact point for each receiver, addressed by its name", () => {
    const points = resourcesIn(synthesize(shop, blog), "grafana_contact_point");
    expect(Object.values(points).map(({ name }) => name)).toEqual([
      "blog",
      "shop-oncall",
    ]);
    expect(Object.keys(points)).toEqual([
      expect.stringMatching(/^contact-points_blog_contact-point_/),
      expect.stringMatching(/^contact-points_shop-oncall_contact-point_/),
    ]);
  });

  it("does not depend on the order of receivers", () => {
    expect(synthesize(shop, blog)).toBe(synthesize(blog, shop));
  });

  it("keeps the address of a contact point when another one comes", () => {
    const [address] = Object.keys(
      resourcesIn(synthesize(shop), "grafana_contact_point"),
    );
    expect(
      resourcesIn(synthesize(blog, shop), "grafana_contact_point"),
    ).toHaveProperty([String(address)]);
  });

  it("hands over names as references, for copies of a receiver too", () => {
    const points = define(shop, blog);
    expect(points.nameOf({ ...shop })).toMatch(/TfToken/);
    expect(points.names).toEqual(["blog", "shop-oncall"]);
    expect(points.resources).toHaveLength(2);
  });

  it("rejects to name a receiver that it has not", () => {
    expect(() => define(shop).nameOf(blog)).toThrow(
      new Error(
        'test/contact-points: there is no contact point "blog", only shop-oncall; add the receiver',
      ),
    );
  });

  it("rejects all bad receivers in one message", () => {
    expect(() =>
      define(shop, shop, { name: "void", integrations: [] }),
    ).toThrow(
      new Error(
        [
          "test/contact-points:",
          'receiver "shop-oncall": the name must be used once, got it 2 times; rename all but one',
          `receiver "void": 'integrations' must hold at least one, got none: its alerts would reach nobody`,
        ].join("\n  "),
      ),
    );
  });
});
