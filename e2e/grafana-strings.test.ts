import { deployStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { valuesOf } from "./plan-json";
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
