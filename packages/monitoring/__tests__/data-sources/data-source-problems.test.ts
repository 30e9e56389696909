import { dataSourceProblems } from "../../src/data-sources/data-source-problems";
import type { DataSource } from "../../src/data-sources/data-source";
import type { Duration } from "../../src/model/duration";
import { secret } from "../../src/model/secret";

const prometheus = {
  kind: "prometheus",
  uid: "prometheus",
  name: "Prometheus",
  url: "http://prometheus:9090",
  isDefault: true,
  scrapeInterval: "15s",
} as const satisfies DataSource;
const loki = {
  kind: "loki",
  uid: "loki",
  name: "Loki",
  url: "http://loki:3100",
  derivedFields: [],
} as const satisfies DataSource;
const tempo = {
  kind: "tempo",
  uid: "tempo",
  name: "Tempo",
  url: "http://tempo:3200",
} as const satisfies DataSource;
const jaeger = {
  ...tempo,
  kind: "jaeger",
  uid: "jaeger",
  name: "Jaeger",
} as const;
const postgres = {
  kind: "postgres",
  uid: "analytics",
  name: "Analytics",
  url: "postgres:5432",
  database: "analytics",
  user: "reader",
  password: secret("db_password", "password of the database"),
} as const satisfies DataSource;
const password = secret("loki_password", "password of Loki");
const field = {
  name: "TraceID",
  matcherRegex: "trace=(\\w+)",
  datasourceUid: "tempo",
};

describe("dataSourceProblems", () => {
  test("finds nothing in datasources that lead to each other", () => {
    expect(
      dataSourceProblems([
        { ...prometheus, exemplars: { trace_id: "tempo", traceID: "jaeger" } },
        {
          ...loki,
          derivedFields: [field],
          basicAuthUser: "reader",
          basicAuthPassword: password,
          httpHeaders: { "X-Scope-OrgID": "shop", Authorization: password },
        },
        {
          ...tempo,
          serviceMapUid: "prometheus",
          tracesToLogs: { datasourceUid: "loki", tags: {} },
          tracesToMetrics: {
            datasourceUid: "prometheus",
            tags: {},
            queries: { Up: "up" },
          },
        },
        jaeger,
        { ...postgres, maxOpenConnections: 1 },
      ]),
    ).toEqual([]);
  });

  test.each<{
    name: string;
    dataSources: readonly DataSource[];
    problem: string;
  }>([
    {
      name: "a uid that Grafana would cut or refuse",
      dataSources: [prometheus, { ...loki, uid: "Loki logs" }],
      problem: `datasource "Loki logs": 'uid' must be at most 40 letters, digits, hyphens and underscores, got "Loki logs"`,
    },
    {
      name: "an empty uid",
      dataSources: [prometheus, { ...loki, uid: "" }],
      problem: `datasource "": 'uid' must be at most 40 letters, digits, hyphens and underscores, got ""`,
    },
    {
      name: "a uid of 41 characters",
      dataSources: [prometheus, { ...loki, uid: "a".repeat(41) }],
      problem: `datasource "${"a".repeat(41)}": 'uid' must be at most 40 letters, digits, hyphens and underscores, got "${"a".repeat(41)}"`,
    },
    {
      name: "the uid of Grafana's own datasource",
      dataSources: [prometheus, { ...loki, uid: "grafana" }],
      problem: `datasource "grafana": 'uid' must not be one of Grafana's own (grafana, __expr__, -100)`,
    },
    {
      name: "an empty name",
      dataSources: [prometheus, { ...loki, name: " " }],
      problem: `datasource "loki": 'name' must not be empty or start like Grafana's own "-- Grafana --", got " "`,
    },
    {
      name: "the name of Grafana's mixed datasource",
      dataSources: [prometheus, { ...loki, name: "-- Mixed --" }],
      problem: `datasource "loki": 'name' must not be empty or start like Grafana's own "-- Grafana --", got "-- Mixed --"`,
    },
    {
      name: "an address without scheme",
      dataSources: [prometheus, { ...loki, url: "loki:3100" }],
      problem: `datasource "loki": 'url' must be an http or https URL such as "http://prometheus:9090", got "loki:3100"`,
    },
    {
      name: "a password in an address",
      dataSources: [prometheus, { ...loki, url: "http://a:b@loki:3100" }],
      problem: `datasource "loki": 'url' must be a URL without user and password, got one for host "loki:3100": use basic authentication with a secret`,
    },
    {
      name: "a database as URL",
      dataSources: [prometheus, { ...postgres, url: "postgres://db:5432/a" }],
      problem: `datasource "analytics": 'url' must be a host and a port such as "postgres:5432", got "postgres://db:5432/a"`,
    },
    {
      name: "a user without password",
      dataSources: [prometheus, { ...loki, basicAuthUser: "reader" }],
      problem: `datasource "loki": 'basicAuthUser' and 'basicAuthPassword' must be given together, got only 'basicAuthUser'`,
    },
    {
      name: "a password without user",
      dataSources: [prometheus, { ...loki, basicAuthPassword: password }],
      problem: `datasource "loki": 'basicAuthUser' and 'basicAuthPassword' must be given together, got only 'basicAuthPassword'`,
    },
    {
      name: "headers for a database",
      dataSources: [
        prometheus,
        { ...postgres, httpHeaders: { "X-Team": "a" } },
      ],
      problem: `datasource "analytics": 'httpHeaders' and 'basicAuthUser' must be left out, because a datasource of kind postgres does not speak HTTP`,
    },
    {
      name: "a header with a colon",
      dataSources: [prometheus, { ...loki, httpHeaders: { "X-Team:": "a" } }],
      problem: `datasource "loki": 'httpHeaders' must be named like HTTP headers, got "X-Team:"`,
    },
    {
      name: "Grafana's numbered header settings (pain 20)",
      dataSources: [
        prometheus,
        { ...loki, httpHeaders: { httpHeaderName1: "X-Team" } },
      ],
      problem: `datasource "loki": 'httpHeaders' must map a header to its value, such as "X-Scope-OrgID", got "httpHeaderName1"`,
    },
    {
      name: "a credential as text",
      dataSources: [
        prometheus,
        { ...loki, httpHeaders: { Authorization: "Bearer abc" } },
      ],
      problem: `datasource "loki": header "Authorization" must be a secret, got text`,
    },
    {
      name: "one header in two spellings",
      dataSources: [
        prometheus,
        { ...loki, httpHeaders: { "X-Team": "a", "x-team": "b" } },
      ],
      problem: `datasource "loki": 'httpHeaders' must not repeat a header, got "x-team" twice`,
    },
    {
      name: "an interval in words",
      dataSources: [{ ...prometheus, scrapeInterval: "15 s" as Duration }],
      problem: `datasource "prometheus": 'scrapeInterval' must be a duration above zero such as "15s", got "15 s"`,
    },
    {
      name: "an interval of nothing",
      dataSources: [{ ...prometheus, scrapeInterval: "0s" }],
      problem: `datasource "prometheus": 'scrapeInterval' must be a duration above zero such as "15s", got "0s"`,
    },
    {
      name: "a retention in years",
      dataSources: [{ ...prometheus, retention: "1y" as Duration }],
      problem: `datasource "prometheus": 'retention' must be a duration above zero such as "15s", got "1y"`,
    },
    {
      name: "half a line",
      dataSources: [prometheus, { ...loki, maxLines: 0.5 }],
      problem: `datasource "loki": 'maxLines' must be a whole number above 0, got 0.5`,
    },
    {
      name: "two derived fields of one name",
      dataSources: [
        prometheus,
        tempo,
        { ...loki, derivedFields: [field, field] },
      ],
      problem: `datasource "loki": derived fields must have names of their own, got "TraceID" twice`,
    },
    {
      name: "a derived field without group",
      dataSources: [
        prometheus,
        tempo,
        { ...loki, derivedFields: [{ ...field, matcherRegex: "trace=\\w+" }] },
      ],
      problem: `datasource "loki": 'matcherRegex' of derived field "TraceID" must have one group, which becomes the link, got 0 in "trace=\\w+"`,
    },
    {
      name: "a shift of nothing",
      dataSources: [
        prometheus,
        loki,
        {
          ...tempo,
          tracesToLogs: { datasourceUid: "loki", tags: {}, shift: "0s" },
        },
      ],
      problem: `datasource "tempo": 'tracesToLogs.shift' must be a duration above zero such as "15s", got "0s"`,
    },
    {
      name: "links to metrics without a query",
      dataSources: [
        prometheus,
        {
          ...tempo,
          tracesToMetrics: {
            datasourceUid: "prometheus",
            tags: {},
            queries: {},
          },
        },
      ],
      problem: `datasource "tempo": 'tracesToMetrics.queries' must hold a query, got none`,
    },
    {
      name: "a database without name",
      dataSources: [prometheus, { ...postgres, database: "" }],
      problem: `datasource "analytics": 'database' must not be empty`,
    },
    {
      name: "a database without user",
      dataSources: [prometheus, { ...postgres, user: " " }],
      problem: `datasource "analytics": 'user' must not be empty`,
    },
    {
      name: "no connection to a database",
      dataSources: [prometheus, { ...postgres, maxOpenConnections: 0 }],
      problem: `datasource "analytics": 'maxOpenConnections' must be a whole number above 0, got 0`,
    },
    {
      name: "exemplars that lead nowhere",
      dataSources: [
        { ...prometheus, exemplars: { trace_id: "tempo" } },
        jaeger,
      ],
      problem: `datasource "prometheus": 'exemplars.trace_id' must name a datasource of kind tempo or jaeger, got "tempo", which does not exist; there is jaeger`,
    },
    {
      name: "exemplars that lead to logs",
      dataSources: [{ ...prometheus, exemplars: { trace_id: "loki" } }, loki],
      problem: `datasource "prometheus": 'exemplars.trace_id' must name a datasource of kind tempo or jaeger, got "loki", which is of kind loki`,
    },
    {
      name: "log lines that lead nowhere",
      dataSources: [prometheus, { ...loki, derivedFields: [field] }],
      problem: `datasource "loki": 'derivedFields.TraceID' must name a datasource of kind tempo or jaeger, got "tempo", which does not exist; there is none`,
    },
    {
      name: "spans that lead to metrics instead of logs",
      dataSources: [
        prometheus,
        { ...jaeger, tracesToLogs: { datasourceUid: "prometheus", tags: {} } },
      ],
      problem: `datasource "jaeger": 'tracesToLogs' must name a datasource of kind loki, got "prometheus", which is of kind prometheus`,
    },
    {
      name: "spans that lead to logs instead of metrics",
      dataSources: [
        prometheus,
        loki,
        {
          ...tempo,
          tracesToMetrics: {
            datasourceUid: "loki",
            tags: {},
            queries: { Up: "up" },
          },
        },
      ],
      problem: `datasource "tempo": 'tracesToMetrics' must name a datasource of kind prometheus, got "loki", which is of kind loki`,
    },
    {
      name: "a service map from itself",
      dataSources: [prometheus, { ...tempo, serviceMapUid: "tempo" }],
      problem: `datasource "tempo": 'serviceMapUid' must name a datasource of kind prometheus, got "tempo", which is of kind tempo`,
    },
    {
      name: "one uid twice",
      dataSources: [prometheus, loki, { ...loki, name: "Other" }],
      problem: `datasources must have a uid of their own, got "loki" twice`,
    },
    {
      name: "one name twice",
      dataSources: [prometheus, loki, { ...loki, uid: "other" }],
      problem: `datasources must have a name of their own, got "Loki" twice`,
    },
    {
      name: "no default",
      dataSources: [{ ...prometheus, isDefault: false }],
      problem: `exactly one datasource must have 'isDefault', got none`,
    },
    {
      name: "two defaults, which never settle",
      dataSources: [prometheus, { ...prometheus, uid: "mimir", name: "Mimir" }],
      problem: `exactly one datasource must have 'isDefault', got prometheus, mimir`,
    },
  ])("rejects $name", ({ dataSources, problem }) => {
    expect(dataSourceProblems(dataSources)).toEqual([problem]);
  });

  test("rejects a pattern that is no RE2, with the reason", () => {
    expect(
      dataSourceProblems([
        prometheus,
        tempo,
        { ...loki, derivedFields: [{ ...field, matcherRegex: "(?=a)(b)" }] },
      ]),
    ).toEqual([
      expect.stringContaining(
        `datasource "loki": 'matcherRegex' of derived field "TraceID" must be RE2, got "(?=a)(b)": `,
      ),
    ]);
  });

  test("names every problem at once", () => {
    expect(
      dataSourceProblems([
        { ...prometheus, isDefault: false, scrapeInterval: "0s" },
        { ...loki, url: "" },
      ]),
    ).toHaveLength(3);
  });
});
