import { currentAlertsOf } from "../../src/analyze/current-alerts";
import {
  analysisMarkdown,
  analysisReport,
  type AnalysisInput,
} from "../../src/analyze/report";

const rule = {
  system: "shop",
  alert: "Down",
  severity: "critical",
  team: "web",
  runbook: "https://runbooks.example.com/shop/down",
  heartbeat: false,
  known: true,
} as const;
const down = { alertname: "Down", system: "shop", severity: "critical" };
const input: AnalysisInput = {
  environment: "prod",
  rules: [rule, { ...rule, alert: "Slow", severity: "warning" }],
  history: {
    start: 0,
    end: 604_800,
    stepSeconds: 60,
    firing: [
      {
        labels: { ...down, alertstate: "firing" },
        samples: [0, 1, 2, 100, 101].map((step) => [step * 60, 1] as const),
      },
    ],
    activeSince: [],
  },
  current: [
    { labels: { ...down, team: "web" }, state: "active" },
    { labels: down, state: "active" },
    { labels: { alertname: "Slow" }, state: "suppressed" },
  ],
  silences: [],
};

describe("currentAlertsOf", () => {
  it("counts what is active by severity, team and name, and what has no team as unknown", () => {
    expect(currentAlertsOf(input.current)).toEqual({
      total: 3,
      firing: 2,
      bySeverity: [["critical", 2]],
      byTeam: [
        ["unknown", 1],
        ["web", 1],
      ],
      byAlert: [["Down", 2]],
    });
  });

  it("lists the five most frequent alerts, the first of the alphabet where they are equal", () => {
    const alerts = ["f", "e", "d", "c", "b", "a", "f"].map((alertname) => ({
      labels: { alertname },
      state: "active" as const,
    }));
    expect(currentAlertsOf(alerts).byAlert).toEqual([
      ["f", 2],
      ["a", 1],
      ["b", 1],
      ["c", 1],
      ["d", 1],
    ]);
  });
});

describe("analysisReport", () => {
  it("counts times, hours and pages", () => {
    expect(analysisReport(input)).toMatchObject({
      start: "1970-01-01T00:00:00.000Z",
      end: "1970-01-08T00:00:00.000Z",
      rules: 2,
      pagesPerWeek: 2,
      fired: [
        {
          name: "shop/Down",
          severity: "critical",
          team: "web",
          episodes: 2,
          firingHours: 0.05,
          longestHours: 0.03,
        },
      ],
      findings: [{ kind: "never-fired", subject: "shop/Slow" }],
    });
  });

  it("is written for people with what to do about each finding", () => {
    expect(analysisMarkdown(analysisReport(input))).toBe(`\
# Alert analysis report: prod

From 1970-01-01T00:00:00.000Z to 1970-01-08T00:00:00.000Z, every 60s: what fired for less may be missing.

## Now

- Total alerts: 3
- Firing alerts: 2
- Silences: 0
- By severity: critical 2
- By team: unknown 1, web 1
- Top 5 alerts: Down 2

## Fired

1 of 2 rules fired; 2 pages a week.

| alert | severity | team | times | hours | longest |
| --- | --- | --- | --- | --- | --- |
| shop/Down | critical | web | 2 | 0.05 | 0.03 |

## Findings

### never-fired (1)

Check that its metrics exist and its threshold can be reached; a drill proves it.

- shop/Slow: in 7 days
`);
  });
});
