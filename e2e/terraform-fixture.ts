/** Small Terraform configurations in JSON, in the shape in which cdktf writes a stack. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratchFolder } from "@monitoring-as-code/grafana-stand-in";

/** Resource type → name → arguments. */
export type Resources = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
>;

/** A stack with these Grafana resources, and what else is given. */
export function grafanaStack(resource: Resources, rest: object = {}): object {
  return {
    terraform: {
      required_providers: {
        grafana: { source: "grafana/grafana", version: "4.45.1" },
      },
      backend: { local: { path: "terraform.e2e.tfstate" } },
    },
    provider: {
      grafana: [{ url: "https://grafana.example.org", auth: "token" }],
    },
    resource,
    ...rest,
  };
}

/** Writes a stack's file into a folder, and returns the folder. */
export function writeStack(
  stack: object,
  stackDir = scratchFolder("fixture"),
): string {
  writeFileSync(join(stackDir, "cdk.tf.json"), JSON.stringify(stack, null, 2));
  return stackDir;
}

/** A copy in which the arguments of some addresses are others; null removes the resource. */
export function changed(
  resources: Resources,
  changes: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>,
): Resources {
  const copy = structuredClone(resources) as Record<
    string,
    Record<string, Record<string, unknown>>
  >;
  for (const [address, change] of Object.entries(changes)) {
    const [type = "", name = ""] = address.split(".");
    const ofType = (copy[type] ??= {});
    if (change === null) delete ofType[name];
    else ofType[name] = { ...ofType[name], ...change };
    // Terraform refuses a type without resources.
    if (Object.keys(ofType).length === 0) delete copy[type];
  }
  return copy;
}

/** A dashboard's JSON as a Terraform string: template characters escaped. */
export function terraformJson(document: object): string {
  return escapeTemplate(JSON.stringify(document));
}

/** Text in which `${` and `%{` mean themselves. */
export function escapeTemplate(text: string): string {
  return text.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}

/** One alert rule on `up`, with a uid of its own. */
export function alertRule(uid: string, overrides: object = {}): object {
  return {
    uid,
    name: `Target down ${uid}`,
    condition: "B",
    for: "5m",
    no_data_state: "OK",
    exec_err_state: "Error",
    is_paused: false,
    labels: { severity: "critical" },
    annotations: { summary: "{{ $labels.instance }} is down" },
    data: [
      {
        ref_id: "A",
        datasource_uid: "${grafana_data_source.prometheus.uid}",
        relative_time_range: [{ from: 600, to: 0 }],
        model: JSON.stringify({
          refId: "A",
          expr: 'up{job="node"}',
          instant: true,
        }),
      },
      {
        ref_id: "B",
        datasource_uid: "__expr__",
        relative_time_range: [{ from: 0, to: 0 }],
        model: JSON.stringify({
          refId: "B",
          type: "threshold",
          expression: "A",
          conditions: [{ evaluator: { type: "lt", params: [1] } }],
        }),
      },
    ],
    ...overrides,
  };
}

/** One of each: everything that a small team has, with references between them. */
export function smallTeam(): Resources {
  return {
    grafana_folder: { team: { uid: "team", title: "Team" } },
    grafana_data_source: {
      prometheus: {
        uid: "prometheus",
        name: "Prometheus",
        type: "prometheus",
        url: "http://prometheus:9090",
        json_data_encoded: JSON.stringify({ httpMethod: "POST" }),
      },
    },
    grafana_dashboard: {
      overview: {
        folder: "${grafana_folder.team.uid}",
        config_json: terraformJson({
          uid: "overview",
          title: "Overview",
          schemaVersion: 42,
          panels: [{ id: 7, type: "timeseries", title: "Requests" }],
        }),
      },
    },
    grafana_contact_point: {
      oncall: {
        name: "On-call",
        email: [{ addresses: ["oncall@example.org"] }],
        lifecycle: { create_before_destroy: true },
      },
    },
    grafana_mute_timing: {
      weekend: {
        name: "Weekend",
        intervals: [
          {
            weekdays: ["saturday", "sunday"],
            times: [{ start: "00:00", end: "24:00" }],
            location: "Europe/Berlin",
          },
        ],
      },
    },
    grafana_message_template: {
      title: {
        name: "title",
        template: '{{ define "title" }}{{ .CommonLabels.alertname }}{{ end }}',
      },
    },
    grafana_notification_policy: {
      routes: {
        contact_point: "${grafana_contact_point.oncall.name}",
        group_by: ["alertname", "grafana_folder"],
        group_wait: "30s",
        group_interval: "5m",
        repeat_interval: "4h",
        policy: [
          {
            contact_point: "${grafana_contact_point.oncall.name}",
            mute_timings: ["${grafana_mute_timing.weekend.name}"],
            matcher: [
              { label: "severity", match: "=~", value: "warning|info" },
              { label: "team", match: "=", value: "shop" },
            ],
          },
        ],
      },
    },
    grafana_rule_group: {
      availability: {
        name: "Availability",
        folder_uid: "${grafana_folder.team.uid}",
        interval_seconds: 60,
        rule: [alertRule("target-down")],
      },
    },
  };
}
