import {
  objectOf,
  objectsOf,
  walk,
  type JsonObject,
} from "../../internal/json-tree";
import { descendantsOf } from "../../queries/promql/ast";
import { parsePromql } from "../../queries/promql/parse";
import type { Check } from "../check";
import { promqlQueries } from "../promql/promql-queries";
import { queryViolations } from "../query-violations";
import { perDashboard, suppressionsIn } from "./panels";

/** The forms in which Grafana interpolates: `$x`, `${x:fmt}`, `[[x]]`. */
const use =
  /\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)[^}]*\}|\[\[([A-Za-z_]\w*)[^\]]*\]\]/g;

/** A `$name` that no variable of the dashboard stands for: it is sent as it is. */
export const undefinedVariable: Check = {
  id: "dashboards/undefined-variable",
  severity: "error",
  title: "A variable that the dashboard does not define",
  run: perDashboard(({ model, variables, panels, path }) => {
    const names = namesOf(variables);
    const places = [
      ...panels.map((panel) => ({
        ...panel,
        json: withoutMath(panel.panel),
      })),
      {
        path,
        suppress: [],
        json: { ...model, panels: rows(model) } as unknown,
      },
    ];
    return places.flatMap(({ json, path: place, suppress }) =>
      [...new Set(variablesUsedIn(json))]
        .filter((name) => !names.includes(name) && !isBuiltIn(name))
        .map((name) => ({
          path: place,
          message: `it uses $${name}, but the dashboard has ${names.join(", ") || "no variables"}`,
          fix: "define the variable, or correct its name",
          suppress,
        })),
    );
  }),
};

/** A variable that people can choose and nothing follows. */
export const unusedVariable: Check = {
  id: "dashboards/unused-variable",
  severity: "warning",
  title: "A variable of a dashboard that nothing uses",
  run: perDashboard((placed) => {
    const { model, variables, path } = placed;
    const used = new Set(
      variablesUsedIn({
        ...model,
        templating: {
          list: variables.map((variable) => ({ ...variable, name: "" })),
        },
      }),
    );
    walk(model.panels, (value, field) => {
      if (field === "repeat" && typeof value === "string") used.add(value);
    });
    return variables
      .filter(({ name, type }) => type !== "adhoc" && !used.has(String(name)))
      .map(({ name }) => ({
        path: `${path} > variable ${String(name)}`,
        message: "no panel, row, link or other variable uses it",
        fix: "use it in a query, or remove it",
        suppress: suppressionsIn(placed),
      }));
  }),
};

/** `instance="$instance"`, where several values may be chosen: it then compares with `(a|b)` and finds nothing. */
export const multiValueVariable: Check = {
  id: "dashboards/multi-value-variable",
  severity: "error",
  title: "A matcher for one value, with a variable that may hold several",
  run: (deployment) =>
    promqlQueries(deployment).flatMap((query) => {
      const { owner, expr } = query;
      if (!("dashboard" in owner)) return [];
      const several = owner.dashboard.variables
        .filter(
          ({ multi, includeAll }) => multi === true || includeAll === true,
        )
        .map(({ name }) => String(name));
      const { ast } = parsePromql(expr);
      if (ast === undefined || several.length === 0) return [];
      const matchers = descendantsOf(ast).flatMap((node) =>
        node.kind === "selector"
          ? node.matchers.filter(
              ({ match, value }) =>
                (match === "=" || match === "!=") &&
                variablesUsedIn(value).some((name) => several.includes(name)),
            )
          : [],
      );
      return queryViolations(
        query,
        matchers.map(({ label, match, value, from, to }) => ({
          message: `${label}${match}"${value}" compares with one value, but several can be chosen`,
          from,
          to,
        })),
        "write =~ in place of =, and !~ in place of !=",
      );
    }),
};

function namesOf(variables: readonly JsonObject[]): readonly string[] {
  return variables.map(({ name }) => String(name));
}

function variablesUsedIn(value: unknown): readonly string[] {
  const found: string[] = [];
  walk(value, (inner) => {
    if (typeof inner !== "string" || !/[$[]/.test(inner)) return;
    for (const [, plain, braced, square] of inner.matchAll(use))
      found.push(plain ?? braced ?? square ?? "");
  });
  return found;
}

/** In `$A / $B`, a calculation on the server, `$A` is a query of the panel. */
function withoutMath(panel: JsonObject): JsonObject {
  const targets = objectsOf(panel.targets).map((target) => {
    const { type, uid } = objectOf(target.datasource);
    return type === "__expr__" || uid === "__expr__"
      ? { ...target, expression: undefined }
      : target;
  });
  return { ...panel, targets };
}

/** Variables of Grafana itself, and those of its older spelling. */
function isBuiltIn(name: string): boolean {
  return name.startsWith("__") || ["timeFilter", "interval"].includes(name);
}

/** The rows of a dashboard without their panels, which are looked at one by one. */
function rows({ panels }: JsonObject): readonly unknown[] {
  return Array.isArray(panels)
    ? (panels as readonly JsonObject[])
        .filter(({ type }) => type === "row")
        .map((row) => ({ ...row, panels: [] }))
    : [];
}
