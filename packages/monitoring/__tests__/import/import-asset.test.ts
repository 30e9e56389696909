import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { sampleProject } from "../in-sample-project";
import { dirname, join } from "node:path";
import { evaluateSource } from "../../src/import/evaluate-source";
import { configure } from "../../src/cli/import";
import { OpenProject } from "../../src/project/open-project";
import { findProject } from "../../src/project/load-project";
import { runCommand } from "../cli/run-command";

let root: string;

/** A copy of the project, which may be written to. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "import-"));
  cpSync(sampleProject, root, { recursive: true });
  symlinkSync(
    join(dirname(require.resolve("yaml/package.json")), ".."),
    join(root, "node_modules"),
  );
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function run(
  args: readonly string[],
  evaluate?: typeof evaluateSource,
): Promise<string> {
  const { printed } = await runCommand(
    (command, around) => configure(command, around, evaluate),
    args,
    { project: () => new OpenProject(root, () => findProject().content) },
  );
  return printed;
}

function file(name: string, content: string): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

const rules = `groups:
  - name: queues
    rules:
      - record: queue:depth:max
        expr: max by (queue) (depth{system="shop"})
        labels: { system: shop }
      - alert: QueueStuck
        expr: queue:depth:max{system="shop"} > 100
        for: 300s
        labels: { severity: page, team: shop, system: shop }
        annotations: { summary: Orders wait, description: "{{ $value }} wait" }
`;

describe("monitoring import", () => {
  test("writes rules in the project's style, and says what to add and to complete", async () => {
    const path = file("queue-rules.yml", rules);
    const report = await run([path, "--severity", "page=critical"]);
    expect(report).toMatch(/^wrote systems\/shop\/queue-rules-alerts.ts\n/);
    expect(
      readFileSync(join(root, "systems/shop/queue-rules-alerts.ts"), "utf8"),
    ).toBe(`import type { AlertGroup } from "monitoring-as-code";

/** The alerts of queue-rules, written by monitoring import. */
export const queueRulesAlertGroups: readonly AlertGroup[] = [
  {
    name: "queues",
    alerts: [
      {
        alert: "QueueStuck",
        expr: "queue:depth:max",
        condition: { is: ">", value: 100 },
        for: "5m",
        severity: "critical",
        team: "shop",
        summary: "Orders wait",
        description: "{{ $value }} wait",
      },
    ],
  },
];
`);
    expect(report).toContain(
      'systems/shop/alerts.ts: import { queueRulesAlertGroups } from "./queue-rules-alerts"; and ...queueRulesAlertGroups in alertGroups',
    );
    expect(report).toContain("alert without runbook");
    expect(report).toContain("severity page");
  });

  test("adds what it wrote to the system's lists", async () => {
    const path = file("queue.yml", rules);
    await run([path, "--severity", "page=critical", "--register"]);
    expect(
      readFileSync(join(root, "systems/shop/alerts.ts"), "utf8"),
    ).toContain("...queueAlertGroups");
    expect(
      readFileSync(join(root, "systems/shop/recordings.ts"), "utf8"),
    ).toContain("...queueRecordingGroups");
  });

  test("overwrites only when it is told to", async () => {
    const path = file("queue.yml", rules);
    const args = [path, "--severity", "page=critical"];
    await run(args);
    await expect(run(args)).rejects.toThrow(
      "systems/shop/queue-alerts.ts, systems/shop/queue-recordings.ts are there already: choose another --name, or overwrite with --force",
    );
    await run([...args, "--force"]);
  });

  test("prints instead of writing, as text or JSON", async () => {
    const path = file("queue.yml", rules);
    const args = [path, "--severity", "page=critical", "--dry-run"];
    expect(await run(args)).toContain(
      "// systems/shop/queue-alerts.ts\nimport type",
    );
    const report = JSON.parse(await run([...args, "--json"])) as {
      kind: string;
      written: boolean;
      files: { path: string; content: string }[];
      unexpressed: { path: string }[];
    };
    expect(report).toMatchObject({ kind: "rules", written: false });
    expect(report.files.map((written) => written.path)).toEqual([
      "systems/shop/queue-alerts.ts",
      "systems/shop/queue-recordings.ts",
    ]);
    expect(report.unexpressed.map(({ path: where }) => where)).toContain(
      'groups["queues"].rules[1].labels.severity',
    );
    expect(existsSync(join(root, "systems/shop/queue-alerts.ts"))).toBe(false);
  });

  test("writes a configuration of Alertmanager with the templates beside it", async () => {
    file("acme.tmpl", '{{ define "acme.text" }}x{{ end }}\n');
    const path = file(
      "alertmanager.yml",
      `templates: [/etc/alertmanager/*.tmpl]
route: { receiver: a }
receivers:
  - name: a
    slack_configs:
      - { api_url: https://hooks.slack.com/services/S3CRET, text: '{{ template "acme.text" . }}' }
`,
    );
    const report = await run([path, "--name", "acme"]);
    const source = readFileSync(join(root, "notifications/acme.ts"), "utf8");
    expect(source).toContain('{{ define "acme.text" }}x{{ end }}');
    expect(source).toContain('secret("acme_a_slack_api_url"');
    expect(source + report).not.toContain("S3CRET");
    expect(report).toContain(
      'export { acmeNotifications as rootNotifications } from "./acme" in notifications/index.ts',
    );
  });

  test("writes a dashboard", async () => {
    const path = file(
      "queue.json",
      JSON.stringify({
        title: "Queue",
        uid: "queue-imported",
        schemaVersion: 39,
        panels: [
          {
            id: 1,
            type: "timeseries",
            title: "Depth",
            gridPos: { h: 8, w: 12, x: 0, y: 0 },
            datasource: { type: "prometheus", uid: "prometheus" },
            targets: [{ refId: "A", expr: "max(depth)" }],
          },
        ],
      }),
    );
    const report = await run([path, "--system", "shop"]);
    expect(report).toMatch(/^wrote dashboards\/shop\/queue.ts\n/);
    expect(report).toContain(
      'systems/shop/index.ts: import { queueDashboard } from "../../dashboards/shop/queue"; and queueDashboard in dashboards',
    );
  });

  test("writes nothing when what it would write is not the original", async () => {
    const path = file("queue.yml", rules);
    const written = run(
      [path, "--severity", "page=critical"],
      (files, entry, folder) =>
        evaluateSource(
          files.map((source) => ({
            ...source,
            content: source.content.replace("value: 100", "value: 1000"),
          })),
          entry,
          folder,
        ),
    );
    await expect(written).rejects.toThrow(
      /^what would be written is not the original in 1 places, so nothing is; this is a defect of the import:\n- groups\["queues"\]\.rules\[1\]\.expr: /,
    );
    expect(existsSync(join(root, "systems/shop/queue-alerts.ts"))).toBe(false);
  });

  test.each([
    ["a file that is not there", undefined, [], "there is no file "],
    [
      "a file of another kind",
      "a: 1",
      [],
      "the file must be a dashboard of Grafana",
    ],
    [
      "an unknown system",
      "groups: []",
      ["--system", "nobody"],
      "--system must be one of platform, ",
    ],
    [
      "rules of no system",
      "groups: []",
      [],
      "--system must say whose it is, the file does not",
    ],
    [
      "a bad name",
      "groups: []",
      ["--name", "A b"],
      '--name must be kebab-case, such as "checkout", got "A b"',
    ],
    [
      "an unknown environment",
      "groups: []",
      ["--environment", "moon"],
      'unknown environment "moon"',
    ],
    [
      "a bad meaning of a severity",
      rules,
      ["--severity", "page=urgent"],
      '--severity must be <value>=critical|warning|info, got "page=urgent"',
    ],
    [
      "a severity of unknown meaning",
      rules,
      [],
      "say what it stands for, such as --severity page=warning",
    ],
    [
      "a file of which nothing can be said",
      "groups: [{ name: a, rules: [] }]",
      ["--system", "warehouse"],
      "can be said here, so nothing is written",
    ],
  ])("rejects %s, and writes nothing", async (_, content, args, message) => {
    const path =
      content === undefined ? join(root, "nowhere") : file("a.yml", content);
    await expect(run([path, ...args])).rejects.toThrow(message);
    expect(existsSync(join(root, "systems/shop/a-alerts.ts"))).toBe(false);
  });
});
