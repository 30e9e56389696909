import {
  dashboard,
  query,
  queryVariable,
  row,
  timeseries,
} from "monitoring-as-code/dashboards";

export const ordersDashboard = dashboard({
  uid: "shop-orders",
  title: "Orders",
  description: "How many orders come in, and what becomes of them.",
  system: "shop",
  variables: [
    queryVariable("status", "label_values(orders_total, status)", {
      label: "Status",
      multi: true,
      includeAll: true,
    }),
  ],
  rows: [
    row([
      timeseries("order-rate", {
        title: "Orders",
        description: "By outcome. Good: follows the time of day.",
        unit: "cps",
        queries: [
          query(
            'sum by (status) (rate(orders_total{status=~"$status"}[$__rate_interval]))',
            "{{status}}",
          ),
        ],
      }),
    ]),
  ],
});
