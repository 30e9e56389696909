import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "./project-copy";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");

/** The samples of "Add something", by the path in their first line. */
const samples = new Map(
  [...readme.matchAll(/^```ts\n\/\/ (\S+) [^\n]*\n([\s\S]*?)^```$/gm)].map(
    ([, path = "", text = ""]) => [path, text],
  ),
);

interface Checked {
  readonly findings: readonly object[];
}

let project: ProjectCopy;

beforeAll(() => {
  project = new ProjectCopy();
});

afterAll(() => {
  project.remove();
});

/** What `monitoring check --json` finds. */
function findings(environment: string): readonly object[] {
  const { stdout, stderr } = project.run(
    ...(["npx", "monitoring", "check", environment, "--json"] as const),
  );
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as Checked).findings;
}

test("the samples of the README have no findings when they are pasted and registered", () => {
  const before = findings("staging");
  for (const [path, text] of samples) project.write(path, text);
  project.write(
    "systems/ecommerce/runbooks/many-failed-payments.md",
    "# ManyFailedPayments\n",
  );
  project.edit(
    "systems/ecommerce/index.ts",
    "dashboards: [",
    "dashboards: [paymentsDashboard,",
  );
  project.edit(
    "systems/ecommerce/index.ts",
    /^/,
    'import { paymentsDashboard } from "../../dashboards/ecommerce/payments";\n',
  );
  project.edit(
    "systems/ecommerce/alerts.ts",
    "alerts: applicationAlerts",
    "alerts: [...applicationAlerts, manyFailedPayments]",
  );
  project.edit(
    "systems/ecommerce/alerts.ts",
    /^/,
    'import { manyFailedPayments } from "./failed-payments";\n',
  );
  project.edit(
    "systems/ecommerce/notifications.ts",
    "receivers: [",
    "receivers: [finance,",
  );
  project.edit(
    "systems/ecommerce/notifications.ts",
    "routes: [",
    "routes: [toFinance,",
  );
  project.edit(
    "systems/ecommerce/notifications.ts",
    /^/,
    'import { finance, toFinance } from "./finance";\n',
  );
  project.edit("environments/index.ts", /prod\]/, "prod, preview]");
  project.edit(
    "environments/index.ts",
    /^/,
    'import { preview } from "./preview";\n',
  );
  expect([...samples.keys()]).toHaveLength(4);
  expect(findings("staging")).toEqual(before);
  // What differs for the new environment is only its name.
  expect(findings("preview")).toHaveLength(before.length);
});
