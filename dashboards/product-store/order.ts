import {
  heatmap,
  query,
  row,
  stat,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { httpServiceDashboard } from "./http-service";

export const orderDashboard = httpServiceDashboard({
  uid: "ps-order",
  title: "Order Service - Order Lifecycle",
  description:
    "Whether orders are taken, completed and delivered, and how long that takes.",
  tags: ["order"],
  job: "order-service",
  business: [
    row("Orders", [createdAndCompleted(), completionTime()]),
    row("Status and delivery", [statusDistribution(), deliveryTime()]),
    row("Background tasks", [backgroundTasks(), backgroundTaskDuration()]),
  ],
});

function createdAndCompleted(): Panel {
  return timeseries("created-and-completed", {
    title: "Orders Created vs Completed",
    description:
      "Orders per second. Good: both lines run together, delivery some time behind; a gap that stays open is a backlog.",
    unit: "cps",
    min: 0,
    queries: [
      query(
        "sum(rate(orders_created_total[$__rate_interval]))",
        "Orders Created",
      ),
      query(
        'sum(rate(order_status_changes_total{status="DELIVERED"}[$__rate_interval]))',
        "Orders Delivered",
      ),
    ],
  });
}

function completionTime(): Panel {
  return timeseries("completion-time", {
    title: "Average Order Completion Time",
    description:
      "Seconds from creation to completion. Good is below two minutes; the longest bucket of the histogram ends at five. A gap: no order was completed.",
    unit: "s",
    min: 0,
    queries: [
      query(
        "sum(rate(order_completion_seconds_sum[$__rate_interval])) / sum(rate(order_completion_seconds_count[$__rate_interval]))",
        "Avg Completion Time (seconds)",
      ),
    ],
  });
}

function statusDistribution(): Panel {
  return stat("status-distribution", {
    title: "Order Status Distribution",
    description:
      "Orders that reached each status within the time range of the dashboard. Good: nearly as many delivered as created.",
    width: "half",
    height: 8,
    unit: "short",
    decimals: 0,
    sparkline: false,
    queries: [
      query(
        "sum by (status) (increase(order_status_changes_total[$__range]))",
        "{{status}}",
      ),
    ],
  });
}

function deliveryTime(): Panel {
  return heatmap("delivery-time", {
    title: "Delivery Time Distribution",
    description:
      "How many deliveries took how many minutes. Good: most below an hour; a second band above it is a route or a courier in trouble.",
    unit: "m",
    queries: [
      query(
        "sum by (le) (increase(delivery_time_minutes_bucket[$__rate_interval]))",
        "{{le}}",
      ),
    ],
  });
}

function backgroundTasks(): Panel {
  return timeseries("background-tasks", {
    title: "Background Task Performance",
    description:
      "Background tasks finished per second by result. Good: errors at zero, and successes in step with the orders.",
    unit: "ops",
    queries: [
      query(
        "sum by (result) (rate(order_background_tasks_total[$__rate_interval]))",
        "{{result}} Background Tasks/sec",
      ),
    ],
  });
}

function backgroundTaskDuration(): Panel {
  return timeseries("background-task-duration", {
    title: "Background Task Duration P95",
    description:
      "95 % of the runs of each task were faster. Steady is good; a task that slows down holds back the orders behind it.",
    unit: "s",
    min: 0,
    queries: [
      query(
        "histogram_quantile(0.95, sum by (le, task) (rate(order_background_task_seconds_bucket[$__rate_interval])))",
        "{{task}}",
      ),
    ],
  });
}
