import {
  deployedAlertGroups,
  deployedRecordingGroups,
  runbookPath,
  type RuleContext,
} from "../../src/deployment/rules";
import type { AlertRule } from "../../src/model/alert-rule";
import { environmentWith } from "../environment-fixture";

const context: RuleContext = {
  systemId: "shop",
  scope: { label: "system", value: "shop" },
  environment: environmentWith(
    {},
    { dataSources: { "shop-database": "postgres:5432" } },
  ),
};
const rule: AlertRule = {
  alert: "HighErrorRate",
  expr: "sum(rate(errors_total[5m]))",
  condition: { is: ">", value: 1 },
  severity: "critical",
  team: "checkout",
  labels: { component: "api" },
  summary: "Orders fail",
  description: "{{ $value }} errors a second",
};

describe("deployed alerts", () => {
  const [group] = deployedAlertGroups([{ name: "g", alerts: [rule] }], context);
  const [alert] = group?.alerts ?? [];

  test("carry system, severity and team", () => {
    expect(alert?.labels).toEqual({
      component: "api",
      system: "shop",
      severity: "critical",
      team: "checkout",
    });
  });

  test("see only the series of their system", () => {
    expect(alert?.expr).toBe('sum(rate(errors_total{system="shop"}[5m]))');
  });

  test("ask a database as it is written, where the environment has that database", () => {
    const asking = (uid: string) =>
      deployedAlertGroups(
        [
          {
            name: "g",
            alerts: [
              {
                ...rule,
                expr: "SELECT count(*) FROM orders",
                datasource: { kind: "postgres", uid },
              },
            ],
          },
        ],
        context,
      );
    expect(asking("shop-database")[0]?.alerts[0]?.expr).toBe(
      "SELECT count(*) FROM orders",
    );
    expect(asking("elsewhere")).toEqual([]);
  });

  test("see every system's series where the system observes all", () => {
    const [all] = deployedAlertGroups([{ name: "g", alerts: [rule] }], {
      systemId: "shop",
      environment: context.environment,
    });
    expect(all?.alerts[0]?.expr).toBe(rule.expr);
  });

  test("link their runbook where the environment publishes it", () => {
    expect(alert?.annotations.runbook_url).toBe(
      "https://runbooks.example.com/shop/high-error-rate",
    );
    expect(runbookPath("shop", "HighErrorRate")).toBe(
      "systems/shop/runbooks/high-error-rate.md",
    );
  });

  test("lead to dashboards of the environment's own Grafana", () => {
    const annotations = {
      dashboard: "/d/shop-overview",
      impact: "customers wait",
    };
    const [linked] = deployedAlertGroups(
      [{ name: "g", alerts: [{ ...rule, annotations }] }],
      context,
    );
    expect(linked?.alerts[0]?.annotations).toMatchObject({
      dashboard: `${context.environment.grafana.url}/d/shop-overview`,
      impact: "customers wait",
    });
  });

  test("have a uid from system and name, so that reordering resets no state", () => {
    expect(alert?.uid).toBe("shop-high-error-rate");
  });

  test("are evaluated once a minute unless the group says otherwise", () => {
    expect(group?.interval).toBe("1m");
  });

  test("are left out where less history is kept than they look back on, and so are empty groups", () => {
    expect(
      deployedAlertGroups(
        [{ name: "g", alerts: [{ ...rule, lookback: "30d" }] }],
        context,
      ),
    ).toEqual([]);
    expect(
      deployedAlertGroups(
        [{ name: "g", alerts: [{ ...rule, lookback: "7d" }] }],
        context,
      ),
    ).toHaveLength(1);
  });

  test("keep the queries of other languages as they are", () => {
    const logs: AlertRule = {
      ...rule,
      datasource: "loki",
      expr: 'sum(rate({app="x"}[5m]))',
    };
    expect(
      deployedAlertGroups([{ name: "g", alerts: [logs] }], context)[0]
        ?.alerts[0]?.expr,
    ).toBe(logs.expr);
  });

  test.each(['x{system="other"}', 'sum(x{system=~"shop|other"})'])(
    "rejects the query %s of another system, and names system and rule",
    (expr) => {
      expect(() =>
        deployedAlertGroups(
          [{ name: "g", alerts: [{ ...rule, expr }] }],
          context,
        ),
      ).toThrow('system "shop", alert "HighErrorRate": ');
    },
  );
});

describe("deployed recordings", () => {
  const recording = {
    record: "shop:errors:rate5m",
    expr: "sum(rate(errors_total[5m]))",
    labels: { slo: "a" },
  };

  test("carry the label of their system on, so that they can be scoped in turn", () => {
    const [group] = deployedRecordingGroups(
      [{ name: "g", recordings: [recording] }],
      context,
    );
    expect(group?.recordings[0]).toMatchObject({
      expr: 'sum(rate(errors_total{system="shop"}[5m]))',
      labels: { slo: "a", system: "shop" },
    });
  });

  test("of one name have uids of their own by their labels", () => {
    const other = { ...recording, labels: { slo: "b" } };
    const [group] = deployedRecordingGroups(
      [{ name: "g", recordings: [recording, other] }],
      context,
    );
    const [first, second] = group?.recordings ?? [];
    expect(first?.uid).not.toBe(second?.uid);
  });
});
