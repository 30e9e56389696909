import type { ReadFile } from "../../src/scaffold/project-files";
import { scaffold, type ScaffoldKind } from "../../src/scaffold/scaffold";

const project: Readonly<Record<string, string>> = {
  "systems/index.ts": `import { shop } from "./shop";\nexport const systems = [shop];\n`,
  "systems/shop/index.ts": `import { slos } from "./slos";\nexport const shop = { jobs: [{ job: "shop-api", targets: [] }], dashboards: [] };\n`,
  "systems/shop/alerts.ts": `export const alertGroups = [{ name: "g", alerts: [{ alert: "ShopDown" }] }];\n`,
  "systems/shop/slos.ts": `export const slos = [{ id: "old" }];\n`,
  "systems/bare/index.ts": `export const bare = { jobs: [], dashboards: [] };\n`,
  "systems/bare/alerts.ts": `export const alertGroups = [];\n`,
  "systems/shop/notifications.ts": `import { type SystemNotifications } from "monitoring-as-code";\nexport const n = { receivers: [], route: { receiver: team, routes: [] } };\n// "mail"\n`,
  "systems/muted/index.ts": "",
  "systems/muted/notifications.ts": `export const n = { receivers: [], route: { receiver: team, muteTimings: [nights], routes: [] } };\n`,
  "dashboards/shop/sales.ts": "",
  "environments/index.ts": `import { staging } from "./staging";\nimport { prod } from "./prod";\nexport const environments = [staging, prod];\n`,
  ".github/workflows/plan-environment.yml":
    "env:\n  TF_VAR_a_key: ${{ secrets.TF_VAR_A_KEY }}\n  TF_VAR_slack: ${{ secrets.TF_VAR_SLACK }}\nrun: plan\n",
  "environments/staging.ts": `/** The rehearsal. */
export const staging = {
  name: "staging",
  state: { kind: "staging" },
  grafana: { url: "https://grafana.staging.example.com", auth: "token" },
  dataSources: { prometheus: "http://localhost:9090", "shop-db": "postgres:5432" },
};
`,
};
const read: ReadFile = (path) => project[path];

const files = (
  kind: ScaffoldKind,
  name: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    scaffold(kind, name, read).map(({ path, content }) => [path, content]),
  );

describe("monitoring new", () => {
  test("writes a dashboard and one line in the system's index", () => {
    const written = files("dashboard", "shop/stock");
    expect(Object.keys(written)).toEqual([
      "dashboards/shop/stock.ts",
      "systems/shop/index.ts",
    ]);
    expect(written["systems/shop/index.ts"]).toContain(
      "dashboards: [stockDashboard]",
    );
  });

  test("writes an alert with its runbook, on a job of the system", () => {
    const written = files("alert", "shop/StockLow");
    expect(Object.keys(written)).toEqual([
      "systems/shop/alerts.ts",
      "systems/shop/runbooks/stock-low.md",
    ]);
    expect(written["systems/shop/alerts.ts"]).toContain(`up{job="shop-api"}`);
  });

  test("writes an SLO with a runbook for each of its alerts", () => {
    expect(Object.keys(files("slo", "shop/checkout"))).toEqual([
      "systems/shop/slos.ts",
      "systems/shop/runbooks/checkout-page-quick.md",
      "systems/shop/runbooks/checkout-page-slow.md",
      "systems/shop/runbooks/checkout-ticket-quick.md",
      "systems/shop/runbooks/checkout-ticket-slow.md",
      "systems/shop/runbooks/checkout-metric-absent.md",
    ]);
  });

  test("writes a receiver, and a route that takes no alert away from others", () => {
    const [source] = Object.values(files("receiver", "shop/night-shift"));
    expect(source).toContain("receivers: [nightShift]");
    expect(source).toContain(
      `import { type SystemNotifications, type Receiver } from "monitoring-as-code";`,
    );
    expect(source).toContain(
      "routes: [{ matchers: [], receiver: nightShift, continue: true },{ matchers: [], receiver: team }]",
    );
  });

  test.each([
    [
      "another route takes what is left",
      "receiver: team, routes: [{ matchers: [], receiver: team }]",
      "routes: [{ matchers: [], receiver: mail, continue: true },{ matchers: [], receiver: team }]",
    ],
    [
      "the last route has matchers",
      'receiver: team, routes: [{ matchers: [is("a", "b")], receiver: pager }]',
      'routes: [{ matchers: [], receiver: mail, continue: true },{ matchers: [is("a", "b")], receiver: pager },{ matchers: [], receiver: team }]',
    ],
  ])("leaves other receivers what they get where %s", (_, route, expected) => {
    const path = "systems/shop/notifications.ts";
    const sources: Readonly<Record<string, string>> = {
      ...project,
      [path]: `export const n = { receivers: [], route: { ${route} } };\n`,
    };
    const [file] = scaffold("receiver", "shop/mail", (name) => sources[name]);
    expect(file?.content).toContain(expected);
  });

  test("writes a system: catalogue, alert, SLOs, dashboard, notifications, runbook, and registers it", () => {
    const written = files("system", "loyalty-points");
    expect(Object.keys(written)).toHaveLength(9);
    expect(written[".github/workflows/plan-environment.yml"]).toBe(
      "env:\n  TF_VAR_a_key: ${{ secrets.TF_VAR_A_KEY }}\n  TF_VAR_loyalty_points_pagerduty_key: ${{ secrets.TF_VAR_LOYALTY_POINTS_PAGERDUTY_KEY }}\n  TF_VAR_slack: ${{ secrets.TF_VAR_SLACK }}\nrun: plan\n",
    );
    expect(written["systems/index.ts"]).toContain("[shop,loyaltyPoints]");
  });

  test("writes an environment as a copy of the last one before production, with addresses of its own", () => {
    const written = files("environment", "preview");
    expect(written["environments/preview.ts"]).toBe(
      `/** Says in one sentence what this environment is for; it begins as a copy of staging. */
export const preview = {
  name: "preview",
  state: { kind: "staging" },
  grafana: { url: "https://grafana.preview.example.com", auth: "token" },
  dataSources: { prometheus: "http://preview.example.com:9090", "shop-db": "postgres.preview.example.com:5432" },
};
`,
    );
    expect(written["environments/index.ts"]).toContain(
      "[staging, prod,preview]",
    );
  });

  test("writes the first system of a project that has none", () => {
    const empty: Readonly<Record<string, string>> = {
      "systems/index.ts": `import type { MonitoredSystem } from "monitoring-as-code";\nexport const systems: readonly MonitoredSystem[] = [];\n`,
    };
    const written = scaffold("system", "checkout", (path) => empty[path]);
    expect(
      written.find(({ path }) => path === "systems/index.ts")?.content,
    ).toBe(
      `import type { MonitoredSystem } from "monitoring-as-code";
import { checkout } from "./checkout";
export const systems: readonly MonitoredSystem[] = [checkout];
`,
    );
  });

  test("writes the first SLO of a system that has no file for them", () => {
    const bare: Readonly<Record<string, string>> = {
      "systems/shop/index.ts": `export const shop = { jobs: [{ job: "shop" }], slos: [] };\n`,
    };
    const written = Object.fromEntries(
      scaffold("slo", "shop/checkout", (path) => bare[path]).map(
        ({ path, content }) => [path, content],
      ),
    );
    expect(written["systems/shop/slos.ts"]).toContain(`id: "checkout"`);
    expect(written["systems/shop/index.ts"]).toBe(
      `import { slos } from "./slos";
export const shop = { jobs: [{ job: "shop" }], slos };
`,
    );
  });

  test.each([
    [
      "dashboard",
      "stock",
      `the name must be <system>/<name> with a kebab-case name, got "stock"`,
    ],
    [
      "dashboard",
      "shop/Stock",
      `the name must be <system>/<name> with a kebab-case name, got "shop/Stock"`,
    ],
    [
      "dashboard",
      "shop/a/b",
      `the name must be <system>/<name> with a kebab-case name, got "shop/a/b"`,
    ],
    [
      "dashboard",
      "shop/sales",
      "dashboards/shop/sales.ts is there already: choose another name, or edit it",
    ],
    [
      "dashboard",
      "hotel/rooms",
      `there is no system "hotel": monitoring new system hotel writes one`,
    ],
    [
      "alert",
      "shop/stock-low",
      `the name must be <system>/<name> with a CamelCase name, got "shop/stock-low"`,
    ],
    [
      "alert",
      "shop/ShopDown",
      `the system "shop" has an alert "ShopDown" already`,
    ],
    [
      "alert",
      "bare/Down",
      `the system "bare" scrapes no job: give it one in systems/bare/index.ts first`,
    ],
    ["slo", "shop/old", `the system "shop" has an SLO "old" already`],
    [
      "receiver",
      "bare/mail",
      `the system "bare" has no systems/bare/notifications.ts: its alerts go where the root sends them`,
    ],
    [
      "receiver",
      "shop/mail",
      `the system "shop" has a receiver "mail" already`,
    ],
    [
      "receiver",
      "muted/mail",
      "systems/muted/notifications.ts: the route above the new one must name its receiver and have no timings, which the new routes would not have; add receiver and route by hand",
    ],
    [
      "system",
      "shop",
      "systems/shop/index.ts is there already: choose another name, or edit it",
    ],
    [
      "system",
      "Shop",
      `the name must be kebab-case, such as "checkout", got "Shop"`,
    ],
    [
      "system",
      "../x",
      `the name must be kebab-case, such as "checkout", got "../x"`,
    ],
    [
      "environment",
      "staging",
      "environments/staging.ts is there already: choose another name, or edit it",
    ],
    [
      "environment",
      "pre view",
      `the name must be kebab-case, such as "checkout", got "pre view"`,
    ],
  ] as const)("rejects %s %s", (kind, name, message) => {
    expect(() => scaffold(kind, name, read)).toThrow(message);
  });
});
