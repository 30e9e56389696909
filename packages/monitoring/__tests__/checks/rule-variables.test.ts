import { stackErrors } from "../../src/checks/stack-checks";
import { deployedExample, findingsOf, type Example } from "./example";

const promql = (expr: string): Example => ({ alerts: [{ expr }] });
const logql = (expr: string): Example => ({
  alerts: [{ expr, datasource: "loki" }],
});

const variablesIn = (example: Example): readonly string[] =>
  findingsOf(example)
    .filter(({ id }) => id.endsWith("/rule-variable"))
    .map(({ message }) => message);

describe("dashboard variables in rules", () => {
  test.each([
    ["a matcher", promql('up{instance=~"$instance"} < 1'), "$instance"],
    ["a label list", promql("sum by (job, instance$x) (up) < 1"), "$x"],
    [
      "a range",
      promql("rate(http_requests_total[$__rate_interval]) > 1"),
      "$__rate_interval",
    ],
    ["a threshold", promql("up < ${limit}"), "${limit}"],
    ["brackets", promql('up{job="[[job]]"} < 1'), "[[job]]"],
    [
      "a line filter",
      logql('count_over_time({job="a"} |~ "$search" [5m]) > 1'),
      "$search",
    ],
    [
      "a line filter in backticks",
      logql('count_over_time({job="a"} |~ `$search` [5m]) > 1'),
      "$search",
    ],
    ["a range of lines", logql('rate({job="a"}[$__auto]) > 1'), "$__auto"],
    [
      "a recording",
      { recordings: [{ record: "shop:up:min", expr: 'min(up{job="$job"})' }] },
      "$job",
    ],
    [
      "an SLO",
      {
        slos: [
          {
            sli: {
              kind: "events" as const,
              total:
                'sum(rate(http_requests_total{status=~"$status"}[$window]))',
              errors: 'sum(rate(http_requests_total{status=~"5.."}[$window]))',
            },
          },
        ],
      },
      "$status",
    ],
  ])("rejects %s", (_, example: Example, variable) => {
    const [message] = variablesIn(example);
    expect(message).toContain(
      `${variable} is a variable of dashboards, which nothing replaces in a rule`,
    );
    expect(stackErrors(deployedExample("prod", example)).join("\n")).toContain(
      variable,
    );
  });

  test.each([
    ["an anchor", promql('up{instance=~"api-.*$"} < 1')],
    [
      "a group of label_replace",
      promql(
        'label_replace(up, "shard", "$1-${2}", "instance", "(.*)-(.*)") < 1',
      ),
    ],
    [
      "a named group",
      promql(
        'label_replace(up, "shard", "$name", "instance", "(?P<name>.*)") < 1',
      ),
    ],
    ["a class of characters", promql('up{instance=~"[[:alpha:]]+"} < 1')],
    [
      "a variable of a template",
      logql(
        'sum by (x) (count_over_time({job="a"} | json | label_format x="{{ $y := .level }}{{ $y }}" [5m])) > 1',
      ),
    ],
    [
      "a dollar sign in a class",
      logql('count_over_time({job="a"} |~ "[$]HOME" [5m]) > 1'),
    ],
    ["the window of an SLO", { slos: [{}] }],
  ])("accepts %s", (_, example: Example) => {
    expect(variablesIn(example)).toEqual([]);
  });
});
