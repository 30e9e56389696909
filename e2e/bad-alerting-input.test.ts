import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy, type Outcome } from "./project-copy";

let project: ProjectCopy;

const folder = "cdktf.out/prometheus/prod";
const render = (): Outcome =>
  project.run("npx", "monitoring", "render", "prod");

/** Every file that is rendered, with its content. */
function rendered(): Readonly<Record<string, string>> {
  const files = readdirSync(join(project.folder, folder), {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name).slice(project.folder.length + 1);
      return [path, project.read(path)];
    }),
  );
}

let good: Readonly<Record<string, string>>;

beforeAll(() => {
  project = new ProjectCopy();
  const { status, stderr } = render();
  if (status !== 0) throw new Error(stderr);
  good = rendered();
});

afterAll(() => {
  project.remove();
});

const applications = "systems/applications/notifications.ts";
const end = "    ],\n  },\n};";
const warning = `{ matchers: [is("severity", "warning")], receiver: slack },`;

describe("monitoring render", () => {
  test.each<
    readonly [string, string, string, string, readonly (string | RegExp)[]]
  >([
    [
      "a receiver that nobody defines",
      applications,
      "receivers: [slack, pagerDuty]",
      "receivers: [slack]",
      [
        'system "applications": route > system="applications" > severity="critical" uses receiver "PagerDuty", which is not listed',
      ],
    ],
    [
      "a route that is below itself",
      applications,
      end,
      `${end}\nconst route: any = applicationsNotifications.route?.routes?.[0];\nroute.routes = [route];`,
      [
        'route > system="applications" > severity="critical"',
        "contains itself",
      ],
    ],
    [
      "a route that another shadows",
      applications,
      warning,
      `${warning} ${warning}`,
      [/route > .*severity="warning".*never reached/],
    ],
    [
      "an expression with look-ahead",
      applications,
      warning,
      `{ matchers: [{ label: "severity", match: "=~", value: "(?!critical).*" }], receiver: slack },`,
      [
        /route > .*severity=~"\(\?!critical\)\.\*"/,
        "invalid or unsupported Perl syntax: `(?!`",
      ],
    ],
    [
      "an expression that is none",
      applications,
      warning,
      `{ matchers: [{ label: "severity", match: "=~", value: "(warning" }], receiver: slack },`,
      [/route > .*severity=~"\(warning"/, "missing closing )"],
    ],
    [
      "days of the week that run backwards",
      "systems/ecommerce/notifications.ts",
      'weekdays: ["sunday"]',
      'weekdays: ["saturday:monday"]',
      [
        /mute timing "(ecommerce-)?planned-maintenance"/,
        "'weekdays' must not run backwards, got \"saturday:monday\"",
      ],
    ],
    [
      "a template that does not parse",
      "systems/product-store/notifications.ts",
      "{{ range .Alerts }}",
      "{{ range .Alerts }",
      [/template "product-store[-.]telegram"/],
    ],
  ])(
    "rejects %s: says where, exits 1 and leaves what it rendered last",
    (_, file, from, to, expected) => {
      const undo = project.edit(file, from, to);
      const { status, stderr } = render();
      undo();
      for (const text of expected)
        expect(stderr).toEqual(
          typeof text === "string"
            ? expect.stringContaining(text)
            : expect.stringMatching(text),
        );
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
      expect(rendered()).toEqual(good);
    },
  );
});

test("monitoring slo import rejects a spec of Sloth without {{.window}}, and writes nothing", () => {
  writeFileSync(
    join(project.folder, "shop.yml"),
    'version: prometheus/v1\nservice: shop\nslos:\n  - name: orders\n    objective: 99.9\n    sli: {events: {error_query: "errors", total_query: "orders"}}\n',
  );
  const { status, stderr } = project.run(
    ...(["npx", "monitoring", "slo", "import", "shop.yml"] as const),
    ...["--team", "shop", "--output", "slos.ts"],
  );
  expect(stderr).toContain('SLO "orders": total_query holds no {{.window}}');
  expect(status).toBe(1);
  expect(existsSync(join(project.folder, "slos.ts"))).toBe(false);
});
