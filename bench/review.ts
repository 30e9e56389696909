import { parsePlan, markdown, review } from "monitoring-as-code/review";
import { benchDashboard } from "./bench-dashboard";

/** 1,000 dashboards of 12 panels, one panel of each changed, and 2,000 rules in 200 groups, in one plan. */
const size = { dashboards: 1000, groups: 200, rules: 10 };
const budget = { seconds: 3 };

const range = (count: number): number[] => [...Array(count).keys()];

/** A dashboard's JSON; with `window` in the query of its first panel. */
function dashboardJson(index: number, window: string): string {
  return JSON.stringify(
    benchDashboard("bench", index, (panel) => (panel === 0 ? window : "5m"))
      .model,
  );
}

function change(address: string, before: object, after: object): object {
  return {
    address,
    mode: "managed",
    type: address.split(".")[0],
    change: {
      actions: ["update"],
      before,
      after,
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
    },
  };
}

function ruleGroup(group: number, threshold: number): object {
  return {
    name: `group-${group}`,
    folder_uid: "bench",
    interval_seconds: 60,
    rule: range(size.rules).map((index) => ({
      uid: `bench-${group}-${index}`,
      name: `Rate${group}x${index}`,
      for: "5m",
      labels: { severity: "warning", team: `team-${group % 20}` },
      data: [
        {
          ref_id: "A",
          datasource_uid: "prometheus",
          model: JSON.stringify({
            expr: `sum by (service) (rate(requests_${group}_${index}_total[5m]))`,
          }),
        },
        {
          ref_id: "C",
          datasource_uid: "__expr__",
          model: JSON.stringify({
            type: "threshold",
            expression: "A",
            conditions: [{ evaluator: { type: "gt", params: [threshold] } }],
          }),
        },
      ],
    })),
  };
}

/** A tree of one route per team; `offset` turns the receivers round. */
function policy(offset: number): object {
  return {
    contact_point: "default",
    group_by: ["alertname"],
    policy: range(20).map((team) => ({
      contact_point: `receiver-${(team + offset) % 20}`,
      matcher: [{ label: "team", match: "=", value: `team-${team}` }],
    })),
  };
}

const plan = JSON.stringify({
  format_version: "1.2",
  resource_changes: [
    ...range(size.dashboards).map((index) =>
      change(
        `grafana_dashboard.bench-${index}`,
        { config_json: dashboardJson(index, "5m") },
        { config_json: dashboardJson(index, "10m") },
      ),
    ),
    ...range(size.groups).map((group) =>
      change(
        `grafana_rule_group.group-${group}`,
        ruleGroup(group, 1),
        ruleGroup(group, 2),
      ),
    ),
    change("grafana_notification_policy.policy", policy(0), policy(1)),
  ],
});

/** One review, from the plan's text to Markdown, in seconds of processor time: others share the machine. */
function run(): number {
  const started = process.cpuUsage();
  const result = review([parsePlan(plan, "plan.json", "bench")]);
  const { length } = markdown(result);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  const entries = result.sections.flatMap((section) => section.entries);
  console.log(
    `${seconds.toFixed(2)} s, ${entries.length} entries, ${length} characters of Markdown`,
  );
  return seconds;
}

console.log(
  `${size.dashboards} dashboards, ${size.groups * size.rules} rules, ${(plan.length / 1e6).toFixed(1)} MB of plan`,
);
const best = Math.min(...range(3).map(run));
console.log(
  `${best <= budget.seconds ? "ok  " : "FAIL"} time ${best.toFixed(2)} s, budget ${budget.seconds} s`,
);
if (best > budget.seconds) process.exitCode = 1;
