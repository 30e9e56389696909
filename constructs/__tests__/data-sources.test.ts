import { DataSource as GrafanaDataSource } from "@cdktf/provider-grafana/lib/data-source";
import { TerraformOutput } from "cdktf";
import { DataSources } from "../src/data-sources";
import { Secrets } from "../src/secrets";
import { type DataSource, secret } from "monitoring-as-code";
import {
  jsonOf,
  onlyResourceIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

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

function synthesize(...dataSources: readonly DataSource[]): string {
  return synthesizedGrafana((stack) => {
    const secrets = new Secrets(stack, "secrets");
    new DataSources(stack, "data-sources", {
      dataSources,
      secrets: (secret) => secrets.for(secret),
    });
  });
}

describe("DataSources", () => {
  test("with one datasource defines it with a fixed uid, reached by the server", () => {
    const resource = onlyResourceIn(
      synthesize(prometheus),
      "grafana_data_source",
    );
    expect(resource).toEqual({
      type: "prometheus",
      uid: "prometheus",
      name: "Prometheus",
      url: "http://prometheus:9090",
      access_mode: "proxy",
      is_default: true,
      json_data_encoded:
        '{"httpMethod":"POST","prometheusType":"Prometheus","timeInterval":"15s"}',
    });
  });

  test("says of every other datasource that it is not the default", () => {
    expect(synthesize(prometheus, loki)).toHaveResourceWithProperties(
      GrafanaDataSource,
      { uid: "loki", is_default: false },
    );
  });

  test("escapes what Terraform would read as a template", () => {
    const json = synthesize(
      prometheus,
      {
        kind: "tempo",
        uid: "tempo",
        name: "Tempo ${x}",
        url: "http://tempo:3200",
      },
      {
        ...loki,
        derivedFields: [
          { name: "trace", matcherRegex: "t=(\\w+)", datasourceUid: "tempo" },
        ],
      },
    );
    expect(json).toHaveResourceWithProperties(GrafanaDataSource, {
      uid: "loki",
      json_data_encoded: expect.stringContaining(
        '"url":"$${__value.raw}"',
      ) as string,
    });
    expect(json).toHaveResourceWithProperties(GrafanaDataSource, {
      uid: "tempo",
      name: "Tempo $${x}",
    });
  });

  test("hands a database's password to Terraform, which encodes it", () => {
    const json = synthesize(prometheus, {
      kind: "postgres",
      uid: "analytics",
      name: "Analytics",
      url: "postgres:5432",
      database: "analytics",
      user: "reader",
      password: secret("db_password", "password of the reader"),
    });
    expect(json).toHaveResourceWithProperties(GrafanaDataSource, {
      type: "grafana-postgresql-datasource",
      username: "reader",
      secure_json_data_encoded: '${jsonencode({"password" = var.db_password})}',
    });
  });

  test("keeps credentials out of everything that is shown in a plan", () => {
    const json = synthesize(prometheus, {
      ...loki,
      basicAuthUser: "reader",
      basicAuthPassword: secret("loki_password", "password of Loki"),
      httpHeaders: {
        "X-Scope-OrgID": "shop",
        Authorization: secret("loki_token", "token of Loki"),
      },
    });
    expect(json).toHaveResourceWithProperties(GrafanaDataSource, {
      uid: "loki",
      basic_auth_enabled: true,
      basic_auth_username: "reader",
      secure_json_data_encoded:
        '${jsonencode({"basicAuthPassword" = var.loki_password})}',
      http_headers: {
        "X-Scope-OrgID": "shop",
        Authorization: "${var.loki_token}",
      },
      json_data_encoded: '{"maxLines":1000}',
    });
  });

  test("keeps addresses and values when the list is reordered", () => {
    expect(JSON.parse(synthesize(loki, prometheus))).toEqual(
      JSON.parse(synthesize(prometheus, loki)),
    );
  });

  test("gives uids as references, and none for a kind that is not there", () => {
    const json = synthesizedGrafana((stack) => {
      const dataSources = new DataSources(stack, "data-sources", {
        dataSources: [prometheus],
        secrets: () => "",
      });
      expect(dataSources.uidOf("loki")).toBeUndefined();
      expect(dataSources.resources).toHaveLength(1);
      new TerraformOutput(stack, "uid", {
        value: dataSources.uidOf("prometheus"),
      });
    });
    expect(
      (JSON.parse(json) as { output: { uid: { value: string } } }).output.uid
        .value,
    ).toMatch(/^\$\{grafana_data_source\.data-sources_prometheus_\w+\.uid\}$/);
  });

  test("rejects bad datasources with its path and all problems", () => {
    expect(
      () =>
        new DataSources(testStack(), "data-sources", {
          dataSources: [{ ...prometheus, isDefault: false, url: "x" }],
          secrets: () => "",
        }),
    ).toThrow(
      new Error(
        [
          "test/data-sources:",
          `datasource "prometheus": 'url' must be an http or https URL such as "http://prometheus:9090", got "x"`,
          "exactly one datasource must have 'isDefault', got none",
        ].join("\n  "),
      ),
    );
  });

  test("writes JSON that reads back as it was meant", () => {
    const json = synthesize(prometheus);
    expect(
      jsonOf(onlyResourceIn(json, "grafana_data_source")["json_data_encoded"]),
    ).toEqual({
      httpMethod: "POST",
      prometheusType: "Prometheus",
      timeInterval: "15s",
    });
  });
});
