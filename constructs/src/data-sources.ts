import { DataSource as GrafanaDataSource } from "@cdktf/provider-grafana/lib/data-source";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import {
  dataSourceProblems,
  isDefault,
  kindOf,
  uidOfKind,
  type DataSourceKind,
} from "monitoring-as-code/data-sources";
import { type DataSource, isSecret, type Secret } from "monitoring-as-code";
import { claimProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { terraformJson, terraformText } from "./terraform-json";

export interface DataSourcesProps {
  /** All datasources of one Grafana: exactly one is the default, and those that they lead to are among them. */
  readonly dataSources: readonly DataSource[];
  /** The token that stands for the value of a secret. */
  readonly secrets: (secret: Secret) => string;
}

/** Defines the datasources of one Grafana, with fixed uids, so that dashboards and rules find them in every environment. */
export class DataSources extends Construct {
  /** What rules with queries must depend on: a query names its datasource by a literal uid, which carries no order. */
  readonly resources: readonly GrafanaDataSource[];

  private readonly dataSources: readonly DataSource[];

  constructor(
    scope: Construct,
    id: string,
    { dataSources, secrets }: DataSourcesProps,
  ) {
    super(scope, id);
    rejectInvalidProps(this, [
      ...dataSourceProblems(dataSources),
      ...claimProblems(this, "list of datasources", ["of the organisation"]),
    ]);
    this.dataSources = dataSources;
    this.resources = dataSources.map((dataSource) =>
      this.define(dataSource, secrets),
    );
  }

  /** The token for the uid of the default datasource of `kind`, or of its first; undefined where there is none. */
  uidOf(kind: DataSourceKind): string | undefined {
    const uid = uidOfKind(this.dataSources, kind);
    return this.resources.find(({ node }) => node.id === uid)?.uid;
  }

  private define(
    dataSource: DataSource,
    secrets: DataSourcesProps["secrets"],
  ): GrafanaDataSource {
    const { uid, name, url, basicAuthUser, basicAuthPassword } = dataSource;
    const kind = kindOf(dataSource);
    const login = kind.login?.(dataSource);
    const headers = Object.entries(dataSource.httpHeaders ?? {});
    const confidential = {
      ...(basicAuthPassword === undefined
        ? {}
        : { basicAuthPassword: secrets(basicAuthPassword) }),
      ...(login === undefined ? {} : { password: secrets(login.password) }),
    };
    return new GrafanaDataSource(this, uid, {
      type: kind.plugin,
      uid,
      name: terraformText(name),
      url,
      accessMode: "proxy",
      isDefault: isDefault(dataSource),
      jsonDataEncoded: terraformJson(kind.jsonData(dataSource)),
      ...(login === undefined ? {} : { username: terraformText(login.user) }),
      ...(basicAuthUser === undefined
        ? {}
        : {
            basicAuthEnabled: true,
            basicAuthUsername: terraformText(basicAuthUser),
          }),
      ...(headers.length === 0
        ? {}
        : {
            httpHeaders: Object.fromEntries(
              headers.map(([header, value]) => [
                header,
                isSecret(value) ? secrets(value) : terraformText(value),
              ]),
            ),
          }),
      ...(Object.keys(confidential).length === 0
        ? {}
        : {
            // Terraform encodes the value: spliced into finished JSON, a quote in a password would break it.
            secureJsonDataEncoded: Fn.jsonencode(confidential),
          }),
    });
  }
}
