import { scopeDashboard } from "../../src/deployment/scope-dashboard";
import type { Dashboard } from "../../src/model/dashboard";

const prometheus = { type: "prometheus", uid: "${datasource}" };
const loki = { type: "loki", uid: "${logs}" };
const matcher = { label: "system", value: "shop" };

function dashboard(model: unknown): Dashboard {
  return {
    uid: "shop",
    title: "Shop",
    panels: [],
    model: model as Dashboard["model"],
  };
}

function scopedVariable(query: unknown): unknown {
  const scoped = scopeDashboard(
    dashboard({
      templating: {
        list: [{ name: "v", type: "query", datasource: prometheus, query }],
      },
    }),
    matcher,
  );
  return (scoped.model.templating?.list?.[0] as { query?: unknown } | undefined)
    ?.query;
}

describe("scopeDashboard", () => {
  test("adds the system to every PromQL query, in collapsed rows too", () => {
    const scoped = scopeDashboard(
      dashboard({
        panels: [
          {
            title: "A",
            targets: [
              {
                datasource: prometheus,
                refId: "A",
                expr: "sum(rate(x[$__rate_interval]))",
              },
            ],
          },
          {
            title: "Row",
            panels: [
              {
                title: "B",
                targets: [{ datasource: prometheus, refId: "A", expr: "up" }],
              },
            ],
          },
        ],
      }),
      matcher,
    );
    expect(JSON.stringify(scoped.model)).toContain(
      'sum(rate(x{system=\\"shop\\"}[$__rate_interval]))',
    );
    expect(JSON.stringify(scoped.model)).toContain('up{system=\\"shop\\"}');
  });

  test("leaves the queries of other languages alone", () => {
    const model = {
      panels: [
        {
          title: "Logs",
          targets: [{ datasource: loki, refId: "A", expr: '{app="x"} |= "y"' }],
        },
      ],
    };
    expect(scopeDashboard(dashboard(model), matcher).model).toEqual(model);
  });

  test("scopes the query of an annotation, whose datasource stands beside it", () => {
    const target = { expr: "ALERTS", refId: "A" };
    const scoped = scopeDashboard(
      dashboard({
        annotations: {
          list: [{ name: "Alerts", datasource: prometheus, target }],
        },
      }),
      matcher,
    );
    expect(JSON.stringify(scoped.model)).toContain('ALERTS{system=\\"shop\\"}');
  });

  test.each([
    [undefined, '{system="shop"}'],
    ["{}", '{system="shop"}'],
    ['{server="api"}', '{system="shop",server="api"}'],
  ])(
    "scopes the service map that Tempo draws from Prometheus (%s)",
    (serviceMapQuery, expected) => {
      const target = {
        datasource: { type: "tempo", uid: "${traces}" },
        refId: "A",
        queryType: "serviceMap",
        serviceMapQuery,
      };
      const scoped = scopeDashboard(
        dashboard({ panels: [{ title: "Map", targets: [target] }] }),
        matcher,
      );
      expect(JSON.stringify(scoped.model)).toContain(
        JSON.stringify({ serviceMapQuery: expected }).slice(1, -1),
      );
    },
  );

  test("scopes annotations", () => {
    const scoped = scopeDashboard(
      dashboard({
        annotations: {
          list: [
            {
              name: "Alerts",
              datasource: prometheus,
              expr: 'ALERTS{alertstate="firing"}',
            },
          ],
        },
      }),
      matcher,
    );
    expect(JSON.stringify(scoped.model)).toContain(
      'ALERTS{system=\\"shop\\",alertstate=\\"firing\\"}',
    );
  });

  test.each([
    ["label_values(up, instance)", 'label_values(up{system="shop"}, instance)'],
    [
      'label_values(up{job="a,b"}, instance)',
      'label_values(up{system="shop",job="a,b"}, instance)',
    ],
    ["label_values(instance)", 'label_values({system="shop"}, instance)'],
    ["query_result(topk(5, x))", 'query_result(topk(5, x{system="shop"}))'],
    ["metrics(http_.*)", "metrics(http_.*)"],
    ["label_names()", "label_names()"],
  ])("scopes the variable query %s", (query, expected) => {
    expect(scopedVariable(query)).toBe(expected);
    expect(scopedVariable({ query, refId: "A" })).toEqual({
      query: expected,
      refId: "A",
    });
  });

  test("rejects a query of another system, and names dashboard, panel and query", () => {
    const broken = dashboard({
      panels: [
        {
          title: "Rate",
          targets: [
            { datasource: prometheus, refId: "B", expr: 'up{system="bank"}' },
          ],
        },
      ],
    });
    expect(() => scopeDashboard(broken, matcher)).toThrow(
      'dashboard "shop" > "Rate" > "B": ',
    );
  });

  test("does not change what it was given", () => {
    const given = dashboard({
      panels: [
        {
          title: "A",
          targets: [{ datasource: prometheus, refId: "A", expr: "up" }],
        },
      ],
    });
    const before = structuredClone(given);
    scopeDashboard(given, matcher);
    expect(given).toEqual(before);
  });
});
