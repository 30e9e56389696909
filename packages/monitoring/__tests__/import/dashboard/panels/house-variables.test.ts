import {
  dashboard,
  jaegerTrace,
  logQuery,
  pluginPanel,
  query,
  row,
  sql,
  tempoTrace,
} from "../../../../src/dashboards";
import { normalizedDashboard } from "../../../../src/import/dashboard/normalize";
import { houseVariables } from "../../../../src/import/dashboard/panels/house-variables";
import type { Fields } from "../../../../src/internal/json-tree";

test("the variables that come by themselves are those of the house style", () => {
  const queries = [
    query("up"),
    logQuery("{a=`b`}"),
    tempoTrace("1"),
    jaegerTrace("1"),
    sql("select 1"),
  ];
  const { model } = dashboard({
    uid: "all",
    title: "All",
    description: "",
    system: "shop",
    imported: true,
    rows: [
      row([
        pluginPanel("all", { type: "x", title: "", description: "", queries }),
      ]),
    ],
  });
  const { templating } = normalizedDashboard(model).model;
  const variables = (templating as Fields).list as Fields[];
  const byName = (list: readonly Fields[]) =>
    [...list].sort((a, b) =>
      (a.name as string) < (b.name as string) ? -1 : 1,
    );
  expect(byName(variables)).toEqual(byName(Object.values(houseVariables)));
});
