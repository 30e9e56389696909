import type { Secret } from "../model/secret";
import type { DataSourceBase, KindOfDataSource } from "./kind-of-data-source";
import { countProblems } from "./setting-problems";

export interface PostgresDataSource extends DataSourceBase {
  readonly kind: "postgres";
  readonly database: string;
  readonly user: string;
  readonly password: Secret;
  /** @default "require" */
  readonly sslMode?: "disable" | "require" | "verify-ca" | "verify-full";
  /** @default 5 */
  readonly maxOpenConnections?: number;
}

export const postgres = {
  plugin: "grafana-postgresql-datasource",
  address: "host-and-port",
  queries: { kind: "sql", variable: "sql", label: "Database" },
  problems: (source: PostgresDataSource) => [
    ...(["database", "user"] as const)
      .filter((setting) => source[setting].trim() === "")
      .map((setting) => `'${setting}' must not be empty`),
    ...countProblems("maxOpenConnections", source.maxOpenConnections),
  ],
  links: () => [],
  jsonData: ({
    database,
    sslMode = "require",
    maxOpenConnections = 5,
  }: PostgresDataSource) => ({
    database,
    sslmode: sslMode,
    maxOpenConns: maxOpenConnections,
    maxIdleConns: maxOpenConnections,
    connMaxLifetime: 14_400,
  }),
  login: ({ user, password }: PostgresDataSource) => ({ user, password }),
} as const satisfies KindOfDataSource<PostgresDataSource>;
