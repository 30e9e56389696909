import { secret, type DataSourceDefinition } from "monitoring-as-code";

export const databaseUid = "warehouse-database";

/** Where the stock is counted. */
export const dataSources: readonly DataSourceDefinition[] = [
  {
    kind: "postgres",
    uid: databaseUid,
    name: "Warehouse",
    database: "warehouse",
    user: "grafana",
    password: secret("warehouse_database_password", "password of Grafana"),
    sslMode: "require",
  },
];
