import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const scratch = mkdtempSync(join(process.env["E2E_SCRATCH"] ?? "", "company-"));
const packages = join(scratch, "packages");

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

function run(folder: string, command: string, ...words: string[]): Outcome {
  // People run this: jest writes new snapshots for them, and not where CI is set.
  const { CI: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Throws with what a command said where it failed. */
function pass(folder: string, command: string, ...words: string[]): string {
  const { status, output } = run(folder, command, ...words);
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${output}`);
  return output;
}

function install(folder: string): void {
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund"];
  pass(folder, "npm", "install", ...quiet);
}

beforeAll(() => {
  mkdirSync(packages);
  pass(root, "npm", "pack", "--workspaces", "--pack-destination", packages);
});

describe("a company that starts with the packages alone", () => {
  const company = join(scratch, "acme");

  function edit(path: string, from: string, to: string): void {
    const file = join(company, path);
    const before = readFileSync(file, "utf8");
    expect(before).toContain(from);
    writeFileSync(file, before.replace(from, to));
  }

  test("gets a repository of its own, and installs what it needs", () => {
    const cli = join(root, "packages/monitoring/bin/monitoring.js");
    pass(scratch, "node", cli, "init", "acme", "--packages", packages);
    install(company);
  });

  test("deploys it to a stand-in for Grafana", () => {
    expect(pass(company, "npm", "start")).toContain("Done in");
  });

  test("finds its types, format, checks, snapshots and routes in order", () => {
    pass(company, "npm", "test");
    pass(company, "npm", "test", "--", "--ci");
  });

  test.each([
    ["system", "checkout"],
    ["dashboard", "checkout/queue"],
    ["alert", "checkout/QueueStuck"],
    ["slo", "checkout/availability"],
    ["receiver", "checkout/night-shift"],
    ["receiver", "shop/mail"],
    ["environment", "staging"],
  ])("writes a new %s", (kind, name) => {
    expect(
      pass(company, "npx", "monitoring", "new", kind, name, "--no-snapshots"),
    ).toMatch(/^(wrote|changed) /m);
  });

  test("finds what it wrote in order", () => {
    edit(
      "__tests__/shop-routes.test.ts",
      `receivers: ["shop-on-call", "default"]`,
      `receivers: ["shop-mail", "shop-on-call", "default"]`,
    );
    pass(company, "npm", "test", "--", "--updateSnapshot");
    expect(pass(company, "npx", "monitoring", "check")).toMatch(
      /^0 errors, 0 warnings/m,
    );
  });

  test("reads in the review which alert a change makes stricter", () => {
    pass(company, "npm", "run", "synth");
    cpSync(join(company, "cdktf.out"), join(company, ".cache", "base"), {
      recursive: true,
    });
    edit(
      "systems/shop/alerts.ts",
      `condition: { is: ">", value: 1 }`,
      `condition: { is: ">", value: 0.5 }`,
    );
    pass(company, "npm", "run", "synth");
    const review = run(
      company,
      "npx",
      "monitoring",
      "review",
      "--base",
      join(".cache", "base"),
      "--head",
      "cdktf.out",
    );
    expect(review.output).toContain("ShopSlow");
    expect(review.status).toBe(2);
  });

  test("names the file and the line of a mistake", () => {
    edit(
      "systems/shop/metrics.ts",
      "export const metrics",
      `const wrong: { readonly deep?: { readonly value: string } } = {};\nexport const value = wrong.deep!.value;\nexport const metrics`,
    );
    const { status, output } = run(company, "npx", "monitoring", "check");
    expect(status).not.toBe(0);
    expect(output).toContain("systems/shop/metrics.ts:5");
    edit("systems/shop/metrics.ts", "wrong.deep!.value", `wrong.deep?.value`);
  });

  test("begins anew without the sample", () => {
    for (const path of [
      "systems/shop",
      "dashboards/shop",
      "systems/checkout",
      "dashboards/checkout",
      "__tests__/shop-routes.test.ts",
    ])
      rmSync(join(company, path), { recursive: true });
    writeFileSync(
      join(company, "systems/index.ts"),
      `import type { MonitoredSystem } from "monitoring-as-code";

export const systems: readonly MonitoredSystem[] = [];
`,
    );
    pass(company, "npx", "monitoring", "new", "system", "checkout");
    pass(company, "npm", "test");
  });
});

const stackSource = `import { App } from "cdktf";
import { defineProject, type Environment, type Receiver } from "monitoring-as-code";
import { dashboard, query, row, stat } from "monitoring-as-code/dashboards";
import { deploymentOf } from "monitoring-as-code/deployment";
import { MonitoringStack, type MonitoringStackProps } from "@monitoring-as-code/constructs";
import { local } from "./local";

const receiver: Receiver = {
  name: "team",
  integrations: [{ kind: "webhook", url: "http://localhost:8080" }],
};
const project = defineProject({
  environments: [local satisfies Environment],
  systems: [
    {
      id: "shop",
      title: "Shop",
      description: "The web shop",
      jobs: [{ job: "shop", targets: ["localhost:8081"] }],
      metrics: [],
      exporters: [],
      dashboards: [
        dashboard({
          uid: "shop",
          title: "Shop",
          description: "Whether the shop answers",
          system: "shop",
          rows: [row([stat("up", { title: "Up", description: "Good: 1", unit: "short", queries: [query("min(up)", "up")] })])],
        }),
      ],
      alertGroups: [],
      recordingGroups: [],
      slos: [],
    },
  ],
  notifications: {
    receivers: [receiver],
    route: { receiver, groupBy: ["alertname"], groupWait: "30s", groupInterval: "5m", repeatInterval: "4h", routes: [] },
  },
  dataSources: [{ kind: "prometheus", uid: "prometheus", name: "Prometheus", isDefault: true }],
  team: { name: "Platform" },
});
const app = new App();
const props: MonitoringStackProps = { deployment: deploymentOf(local, project) };
new MonitoringStack(app, "synthesized", props);
app.synth();
`;

const groupSource = `import { App, TerraformStack } from "cdktf";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { AlertRuleGroup, type AlertRuleGroupProps } from "@monitoring-as-code/constructs";

const app = new App();
const stack = new TerraformStack(app, "synthesized");
new GrafanaProvider(stack, "grafana", { url: "http://localhost:3000", auth: "admin:admin" });
const folder = new Folder(stack, "folder", { uid: "shop", title: "Shop" });
const group: AlertRuleGroupProps["group"] = {
  name: "targets",
  interval: "1m",
  alerts: [
    {
      alert: "ShopDown",
      uid: "shop-down",
      expr: "up",
      condition: { is: "==", value: 0 },
      for: "5m",
      severity: "critical",
      team: "platform",
      summary: "The shop does not answer",
      description: "Nothing answers the scrape",
      labels: { severity: "critical" },
      annotations: { summary: "The shop does not answer" },
    },
  ],
};
new AlertRuleGroup(stack, "targets", { group, folderUid: folder.uid, prometheusUid: "prometheus", grafanaVersion: 13 });
app.synth();
`;

describe("an existing cdktf project", () => {
  const existing = join(scratch, "existing");

  beforeAll(() => {
    mkdirSync(existing);
    const tarball = (name: string): string => `file:../packages/${name}.tgz`;
    writeFileSync(
      join(existing, "package.json"),
      JSON.stringify({
        private: true,
        dependencies: {
          "@cdktf/provider-aws": "20.1.0",
          "@cdktf/provider-grafana": tarball("cdktf-provider-grafana-4.45.1"),
          "@monitoring-as-code/constructs": tarball(
            "monitoring-as-code-constructs-0.1.0",
          ),
          "@monitoring-as-code/grafana-stand-in": tarball(
            "monitoring-as-code-grafana-stand-in-0.1.0",
          ),
          "@types/node": "20.19.43",
          cdktf: "0.21.0",
          constructs: "10.4.2",
          "monitoring-as-code": tarball("monitoring-as-code-0.1.0"),
          typescript: "5.9.3",
        },
      }),
    );
    cpSync(
      join(root, "packages/monitoring/templates/project/environments/local.ts"),
      join(existing, "local.ts"),
    );
    writeFileSync(join(existing, "stack.ts"), stackSource);
    writeFileSync(join(existing, "group.ts"), groupSource);
    install(existing);
  });

  test.each([
    ["MonitoringStack", "stack", "node16", "node16", "grafana_dashboard"],
    ["MonitoringStack", "stack", "commonjs", "node", "grafana_dashboard"],
    ["AlertRuleGroup", "group", "node16", "node16", "grafana_rule_group"],
    ["AlertRuleGroup", "group", "commonjs", "node", "grafana_rule_group"],
  ])(
    "uses %s, in %s.ts, under module %s and moduleResolution %s",
    (_, entry, module, moduleResolution, resource) => {
      const out = `${entry}-${module}`;
      writeFileSync(
        join(existing, "tsconfig.json"),
        JSON.stringify({
          compilerOptions: {
            target: "ES2022",
            module,
            moduleResolution,
            strict: true,
            skipLibCheck: true,
            types: ["node"],
            outDir: out,
          },
          files: [`${entry}.ts`],
        }),
      );
      pass(existing, "npx", "tsc");
      rmSync(join(existing, "cdktf.out"), { recursive: true, force: true });
      pass(existing, "node", join(out, `${entry}.js`));
      const synthesized = readFileSync(
        join(existing, "cdktf.out/stacks/synthesized/cdk.tf.json"),
        "utf8",
      );
      expect(synthesized).toContain(`"${resource}"`);
    },
  );
});
