import { pluginQuery, query, timeseries } from "../../src/dashboards";
import { findingsOf } from "./example";

const undefinedIn = (expression: string, expr = "up"): readonly string[] =>
  findingsOf({
    panels: [
      timeseries("share", {
        title: "Share",
        description: "Good: below 1",
        unit: "percentunit",
        queries: [
          query(expr, "a"),
          query("up", "b"),
          pluginQuery("__expr__", "__expr__", { type: "math", expression }),
        ],
      }),
    ],
  })
    .filter(({ id }) => id === "dashboards/undefined-variable")
    .map(({ message }) => message);

test("queries that a calculation on the server names are no variables", () => {
  expect(undefinedIn("$A / ${B}")).toEqual([]);
});

test("what a query beside a calculation names is a variable", () => {
  const [message] = undefinedIn("$A / $B", 'up{job="$A"}');
  expect(message).toContain("it uses $A");
});
