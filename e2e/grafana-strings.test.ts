import { DataSource } from "@cdktf/provider-grafana/lib/data-source";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { join } from "node:path";
import {
  AlertRuleGroup,
  ContactPoint,
  DashboardFolder,
  MessageTemplates,
} from "@monitoring-as-code/constructs";
import { deployStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { valuesOf, type ResourceValues } from "./plan-json";
import { scratchFolder } from "@monitoring-as-code/grafana-stand-in";
import {
  alertRule,
  changed,
  escapeTemplate,
  grafanaStack,
  smallTeam,
  terraformJson,
  writeStack,
} from "./terraform-fixture";

/** Text that some layer between TypeScript and Grafana could take for its own syntax. */
const difficult = [
  "${__rate_interval}",
  "${DS_PROMETHEUS:csv}",
  "%{ if true }%{x}%%",
  'sum(rate(http_requests_total{job="a\\"b", path=~"/\\\\d+"}[$__rate_interval]))',
  "C:\\temp\\new\\u0041",
  "first line\nsecond\tline\r\n",
  "🚨 naïve – „Größe“ 漢字 \u2028",
  "<a href='x'>&amp;</a>",
  '{{ $labels.instance }} {{ printf "%.2f" $value }}',
  "$${not_a_template} $$ $1 ${1}",
];

describe("strings that are syntax to somebody", () => {
  let grafana: GrafanaTarget;
  let deployment: Deployment;
  const dashboard = { uid: "difficult", title: "Strings", tags: difficult };
  const expression = difficult.join(" ");

  beforeAll(async () => {
    grafana = await startGrafana();
    const labelled = alertRule("difficult", {
      annotations: { description: escapeTemplate(expression) },
      data: [
        {
          ref_id: "A",
          datasource_uid: "__expr__",
          relative_time_range: [{ from: 0, to: 0 }],
          model: terraformJson({ refId: "A", type: "math", expression }),
        },
      ],
      condition: "A",
    });
    const resources = changed(smallTeam(), {
      "grafana_dashboard.overview": { config_json: terraformJson(dashboard) },
      "grafana_folder.team": { title: escapeTemplate(expression) },
      "grafana_rule_group.availability": { rule: [labelled] },
    });
    const stackDir = writeStack(grafanaStack(resources));
    deployment = await deployStack({ stackDir, grafana });
  });

  afterAll(() => deployment.destroy());
  afterAll(() => grafana.stop());

  test("reach a dashboard unchanged", async () => {
    const state = await deployment.terraform.state();
    const { config_json } = valuesOf(state, "grafana_dashboard.overview");
    expect(JSON.parse(config_json as string)).toEqual(dashboard);
  });

  test("reach an alert rule's model and annotations unchanged", async () => {
    const state = await deployment.terraform.state();
    const { rule } = valuesOf(state, "grafana_rule_group.availability") as {
      rule: [{ annotations: object; data: [{ model: string }] }];
    };
    expect(rule[0].annotations).toEqual({ description: expression });
    expect(JSON.parse(rule[0].data[0].model)).toMatchObject({ expression });
  });

  test("reach a plain attribute unchanged", async () => {
    const state = await deployment.terraform.state();
    expect(valuesOf(state, "grafana_folder.team")).toMatchObject({
      title: expression,
    });
  });

  test("settle", () => {
    expect(deployment.unsettled).toEqual([]);
  });
});

describe("strings that are syntax to somebody, through the constructs", () => {
  const text = difficult.join(" ").replace("$value", "$labels.job");
  /** What is a template of notifications has neither labels nor a value. */
  const message = difficult.filter((one) => !one.includes("{{")).join(" ");
  const title = `\${x} %{y} "q" C:\\temp 🚨 'ß'`;
  const expr = 'up{note=~"%{x} \${y} \\"🚨\\" /\\\\d+"} == 0';
  const template = `{{ define "t" }}${message}{{ end }}`;
  let grafana: GrafanaTarget;
  let deployment: Deployment;
  let objects: readonly ResourceValues[];

  /** Writes a stack of the project's own constructs. */
  function synthesized(): string {
    const outdir = scratchFolder("strings");
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "strings");
    new LocalBackend(stack, { path: "terraform.strings.tfstate" });
    new GrafanaProvider(stack, "grafana", { url: "http://g", auth: "a:b" });
    const prometheus = new DataSource(stack, "prometheus", {
      uid: "prometheus",
      name: "Prometheus",
      type: "prometheus",
      url: "http://prometheus:9090",
    });
    const folder = new DashboardFolder(stack, "folder", {
      uid: "strings",
      title,
      dashboards: [
        {
          uid: "difficult",
          title,
          model: {
            uid: "difficult",
            title,
            tags: difficult,
            schemaVersion: 42,
          } as never,
          panels: [],
        },
      ],
    });
    new MessageTemplates(stack, "templates", {
      templates: [{ name: "t", template }],
    });
    new ContactPoint(stack, "point", {
      receiver: {
        name: title,
        integrations: [
          { kind: "email", addresses: ["a@example.com"], message },
        ],
      },
      secrets: () => "",
    });
    new AlertRuleGroup(stack, "rules", {
      group: {
        name: "difficult",
        interval: "1m",
        alerts: [
          {
            alert: title,
            uid: "difficult",
            expr,
            severity: "critical",
            team: "shop",
            summary: text,
            description: text,
            labels: { severity: "critical", note: title },
            annotations: { summary: text },
          },
        ],
      },
      folderUid: folder.uid,
      prometheusUid: "prometheus",
      grafanaVersion: 13,
      dependsOn: [prometheus],
    });
    app.synth();
    return join(outdir, "stacks/strings");
  }

  beforeAll(async () => {
    grafana = await startGrafana();
    deployment = await deployStack({ stackDir: synthesized(), grafana });
    const { values } = await deployment.terraform.state();
    objects = values?.root_module.resources ?? [];
  });

  afterAll(() => deployment.destroy());
  afterAll(() => grafana.stop());

  function only<T>(type: string): T {
    const [found, ...others] = objects.filter((one) => one.type === type);
    expect(others).toEqual([]);
    return found?.values as T;
  }

  test("reach a folder and a dashboard unchanged", () => {
    expect(only("grafana_folder")).toMatchObject({ title });
    const { config_json: json } = only<{ config_json: string }>(
      "grafana_dashboard",
    );
    expect(JSON.parse(json)).toMatchObject({
      title,
      tags: expect.arrayContaining(difficult) as string[],
    });
  });

  test("reach a contact point and a message template unchanged", () => {
    expect(only("grafana_contact_point")).toMatchObject({
      name: title,
      email: [{ message }],
    });
    expect(only("grafana_message_template")).toMatchObject({ template });
  });

  test("reach an alert rule unchanged: title, labels, annotations and query", () => {
    const { rule } = only<{ rule: [{ data: { model: string }[] }] }>(
      "grafana_rule_group",
    );
    expect(rule[0]).toMatchObject({
      name: title,
      labels: { note: title },
      annotations: { summary: text },
    });
    const models = rule[0].data.map(
      ({ model }) => JSON.parse(model) as { expr?: string },
    );
    expect(models[0]?.expr).toBe(expr);
  });

  test("settle", () => {
    expect(deployment.unsettled).toEqual([]);
  });
});
