import { ProjectCopy } from "./project-copy";

let project: ProjectCopy;
let good: string;

const output = "cdktf.out/stacks/prod/cdk.tf.json";

beforeAll(() => {
  project = new ProjectCopy();
  const { status, stderr } = project.run("npx", "monitoring", "synth");
  if (status !== 0) throw new Error(stderr);
  good = project.read(output);
});

afterAll(() => {
  project.remove();
});

/** What a user may get wrong: file, what stands there, what is written instead, and what the error must say. */
const mistakes: readonly (readonly [
  string,
  string,
  string | RegExp,
  string,
  readonly (string | RegExp)[],
])[] = [
  [
    "a duration of 5 minutes",
    "systems/applications/alerts.ts",
    'for: "2m"',
    'for: "5 minutes" as "5m"',
    ["ApplicationDown", '"5 minutes"'],
  ],
  [
    "a uid of 41 characters",
    "dashboards/applications/application-metrics.ts",
    'uid: "application-metrics"',
    `uid: "${"a".repeat(41)}"`,
    ["a".repeat(41), "40"],
  ],
  [
    "two dashboards with one uid",
    "dashboards/applications/application-metrics.ts",
    'uid: "application-metrics"',
    'uid: "app-overview"',
    ["app-overview"],
  ],
  [
    "an unbalanced ${ in a panel",
    "dashboards/applications/application-metrics.ts",
    'title: "Error Rate"',
    'title: "Error Rate ${x"',
    ['dashboard "application-metrics"', "${"],
  ],
  [
    "a panel over the grid",
    "dashboards/applications/application-metrics.ts",
    'width: "half"',
    "width: 25",
    ['dashboard "application-metrics"', "error-rate", "24"],
  ],
  [
    "a route to a receiver that is not listed",
    "systems/applications/notifications.ts",
    "receivers: [slack, pagerDuty]",
    "receivers: [slack]",
    ["PagerDuty", "applications"],
  ],
  [
    "a receiver without its required field",
    "systems/applications/notifications.ts",
    /url: webhook,/,
    "",
    ["Slack Alerts", "url"],
  ],
  [
    "a query that does not parse",
    "systems/applications/alerts.ts",
    `'up{job="custom-app"}'`,
    `'up{job="custom-app"'`,
    ["applications > alert ApplicationDown, line 1, column", "^"],
  ],
  [
    "a datasource that nobody declares",
    "environments/prod.ts",
    'prometheus: "http',
    'graphite: "http://graphite:80",\n    prometheus: "http',
    ['environment "prod"', '"graphite"'],
  ],
  [
    "an SLO that cannot be measured",
    "systems/ecommerce/slos.ts",
    "objective: 99.95",
    "objective: 100",
    ['system "ecommerce"', '"payment-availability"', "100"],
  ],
];

describe("monitoring synth", () => {
  test.each(mistakes)(
    "rejects %s: says where, exits 1 and leaves the last good output",
    (_, file, from, to, expected) => {
      const undo = project.edit(file, from, to);
      const { status, stderr } = project.run("npx", "monitoring", "synth");
      undo();
      for (const text of expected)
        expect(stderr).toMatch(
          typeof text === "string"
            ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
            : text,
        );
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
      expect(project.read(output)).toBe(good);
    },
  );

  test("writes the same bytes again once the mistake is undone", () => {
    expect(project.run("npx", "monitoring", "synth")).toMatchObject({
      status: 0,
    });
    expect(project.read(output)).toBe(good);
  });

  test("rejects an environment that does not exist, wherever one is named", () => {
    for (const command of ["render", "route", "adopt"]) {
      const { status, stdout, stderr } = project.run(
        "npx",
        "monitoring",
        command,
        "qa",
      );
      expect(`${stdout}${stderr}`).toContain(
        'unknown environment "qa", known are local, dev, staging, prod',
      );
      expect(status).toBe(1);
    }
  });
});
