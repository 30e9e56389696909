"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.productStore = void 0;
const backend_1 = require("../../dashboards/product-store/backend");
const cart_1 = require("../../dashboards/product-store/cart");
const cassandra_1 = require("../../dashboards/product-store/cassandra");
const jaeger_1 = require("../../dashboards/product-store/jaeger");
const load_test_1 = require("../../dashboards/product-store/load-test");
const nginx_1 = require("../../dashboards/product-store/nginx");
const order_1 = require("../../dashboards/product-store/order");
const tracing_performance_1 = require("../../dashboards/product-store/tracing-performance");
const user_1 = require("../../dashboards/product-store/user");
const cassandra_2 = require("monitoring-as-code/exporters/cassandra");
const jaeger_2 = require("monitoring-as-code/exporters/jaeger");
const nginx_2 = require("monitoring-as-code/exporters/nginx");
const product_store_1 = require("../../notifications/product-store");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
/** An online shop of four FastAPI services behind Nginx, with Cassandra below them and Jaeger beside them. */
exports.productStore = {
  id: "product-store",
  title: "Product Store",
  description:
    "Online shop: backend, cart, order and user service behind an Nginx gateway, on Cassandra, traced with Jaeger, load tested with Locust",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [
    nginx_2.nginxExporter,
    cassandra_2.cassandraExporter,
    jaeger_2.jaegerExporter,
  ],
  dashboards: [
    backend_1.backendDashboard,
    cart_1.cartDashboard,
    order_1.orderDashboard,
    user_1.userDashboard,
    nginx_1.nginxDashboard,
    cassandra_1.cassandraDashboard,
    jaeger_1.jaegerDashboard,
    tracing_performance_1.tracingPerformanceDashboard,
    load_test_1.loadTestDashboard,
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: [],
  notifications: product_store_1.productStoreNotifications,
};
//# sourceMappingURL=index.js.map
