import { backendDashboard } from "../../dashboards/product-store/backend";
import { cartDashboard } from "../../dashboards/product-store/cart";
import { cassandraDashboard } from "../../dashboards/product-store/cassandra";
import { jaegerDashboard } from "../../dashboards/product-store/jaeger";
import { loadTestDashboard } from "../../dashboards/product-store/load-test";
import { nginxDashboard } from "../../dashboards/product-store/nginx";
import { orderDashboard } from "../../dashboards/product-store/order";
import { tracingPerformanceDashboard } from "../../dashboards/product-store/tracing-performance";
import { userDashboard } from "../../dashboards/product-store/user";
import { cassandraExporter } from "monitoring-as-code/exporters/cassandra";
import { jaegerExporter } from "monitoring-as-code/exporters/jaeger";
import { nginxExporter } from "monitoring-as-code/exporters/nginx";
import type { MonitoredSystem } from "monitoring-as-code";
import { productStoreNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";

/** An online shop of four FastAPI services behind Nginx, with Cassandra below them and Jaeger beside them. */
export const productStore: MonitoredSystem = {
  id: "product-store",
  title: "Product Store",
  description:
    "Online shop: backend, cart, order and user service behind an Nginx gateway, on Cassandra, traced with Jaeger, load tested with Locust",
  jobs,
  metrics,
  exporters: [nginxExporter, cassandraExporter, jaegerExporter],
  dashboards: [
    backendDashboard,
    cartDashboard,
    orderDashboard,
    userDashboard,
    nginxDashboard,
    cassandraDashboard,
    jaegerDashboard,
    tracingPerformanceDashboard,
    loadTestDashboard,
  ],
  alertGroups,
  recordingGroups,
  slos: [],
  notifications: productStoreNotifications,
};
