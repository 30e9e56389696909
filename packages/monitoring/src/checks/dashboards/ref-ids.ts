import { objectOf, objectsOf, walk } from "../../internal/json-tree";
import type { Check } from "../check";
import { perDashboard, textOf } from "./panels";

/** Queries of a panel without a letter, or with one that another query has. */
export const refIds: Check = {
  id: "dashboards/ref-id",
  severity: "error",
  title: "Queries of a panel that share a refId, or have none",
  run: perDashboard(({ panels }) =>
    panels.flatMap(({ panel, path, suppress }) => {
      const ids = objectsOf(panel.targets).map(({ refId }) => textOf(refId));
      return ids
        .filter((id, index) => id === undefined || ids.indexOf(id) < index)
        .map((id) => ({
          path,
          message:
            id === undefined
              ? "a query has no refId"
              : `two queries have the refId ${id}`,
          fix: "give each query of a panel a refId of its own: A, B, C",
          suppress,
        }));
    }),
  ),
};

/** Matchers that pick the results of a query by its refId. */
const byRefId = ["byFrameRefID", "byRefId"];

/** A transformation or override for the results of a query that is not there. */
export const transformationRefId: Check = {
  id: "dashboards/transformation-ref-id",
  severity: "error",
  title:
    "A transformation or override that names a query which the panel does not have",
  run: perDashboard(({ panels }) =>
    panels.flatMap(({ panel, path, suppress }) => {
      const ids = objectsOf(panel.targets).flatMap(
        ({ refId }) => textOf(refId) ?? [],
      );
      const named: string[] = [];
      const { overrides } = objectOf(panel.fieldConfig);
      walk([panel.transformations, overrides], (value) => {
        const { id, options } = objectOf(value);
        if (byRefId.includes(String(id)) && typeof options === "string")
          named.push(...refIdsIn(options));
      });
      for (const { options } of objectsOf(panel.transformations))
        for (const id of [objectOf(options).refId, objectOf(options).ref])
          named.push(...refIdsIn(textOf(id) ?? ""));
      return [...new Set(named)]
        .filter((id) => !ids.includes(id))
        .map((id) => ({
          path,
          message: `it names the query ${id}, but the panel has ${ids.join(", ") || "none"}`,
          fix: "name a query that is there",
          suppress,
        }));
    }),
  ),
};

/** `A`, or `/^(?:A|B)$/`; patterns that are more than a list of letters say nothing. */
function refIdsIn(options: string): readonly string[] {
  const inner = /^\/\^?(?:\(\?:)?([\w|]+)\)?\$?\/$/.exec(options)?.[1];
  return (inner ?? (/^\w+$/.test(options) ? options : ""))
    .split("|")
    .filter((id) => id !== "");
}
