import { type DataSourceDefinition, secret } from "monitoring-as-code";

/** Where the table `conversation_metrics` is read: one row is one dialogue. Its user may only SELECT from that table. */
export const analytics: DataSourceDefinition = {
  kind: "postgres",
  uid: "easy-flow-analytics",
  name: "Easy Flow Analytics",
  database: "easy_flow",
  user: "easy_flow_grafana",
  password: secret(
    "easy_flow_analytics_password",
    "Password of the read-only user of Easy Flow's analytics database",
  ),
  sslMode: "require",
  maxOpenConnections: 5,
};
