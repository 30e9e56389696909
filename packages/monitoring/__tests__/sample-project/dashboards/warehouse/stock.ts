import {
  dashboard,
  lowIsBad,
  query,
  row,
  sql,
  stat,
  table,
  text,
} from "monitoring-as-code/dashboards";

export const stockDashboard = dashboard({
  uid: "warehouse-stock",
  title: "Stock",
  description: "What is left of each article.",
  system: "warehouse",
  dataSources: { sql: { uid: "warehouse-database", name: "Warehouse" } },
  rows: [
    row([
      text("about", {
        title: "About",
        description: "What the figures mean. Good: it is read once.",
        content: "Articles are counted **once a minute**.",
      }),
      stat("least", {
        title: "Least stock",
        description: "The article of which least is left. Good: above 10.",
        unit: "short",
        width: "quarter",
        thresholds: lowIsBad({ warning: 10, critical: 1 }),
        queries: [query("min(stock_items)", "least")],
      }),
      table("articles", {
        title: "Articles",
        description: "Counted in the database. Good: no row is at zero.",
        unit: "short",
        queries: [sql("SELECT article, count(*) FROM items GROUP BY article")],
      }),
    ]),
  ],
});
