import ts from "typescript";
import {
  arrayCalled,
  withElement,
  withImportOf,
  withStatementBefore,
} from "./edit-source";
import { camelCase, type ReadFile, type ScaffoldedFile } from "./project-files";
import { receiverConstant } from "./templates";

/**
 * A receiver of a system, and a route through which it gets every alert beside whoever gets it now: the route goes on to
 * its siblings, and what none of them takes still goes to the receiver above.
 */
export function newReceiver(
  system: string,
  name: string,
  read: ReadFile,
): ScaffoldedFile[] {
  const path = `systems/${system}/notifications.ts`;
  const source = read(path);
  if (source === undefined)
    throw new Error(
      `the system "${system}" has no ${path}: its alerts go where the root sends them`,
    );
  if (source.includes(`"${name}"`))
    throw new Error(`the system "${system}" has a receiver "${name}" already`);
  const constant = camelCase(name);
  const listed = withElement(
    withStatementBefore(
      withImportOf(source, "type Receiver", "monitoring-as-code"),
      "receivers",
      receiverConstant(system, name, constant),
    ),
    "receivers",
    constant,
  );
  return [{ path, content: withRoute(listed, constant, path) }];
}

function withRoute(source: string, receiver: string, path: string): string {
  const { elements, parent } = arrayCalled(source, "routes");
  const route = parent.parent;
  const fields = new Map(
    ts.isObjectLiteralExpression(route)
      ? route.properties.map((field) => [
          field.name?.getText() ?? "",
          ts.isPropertyAssignment(field)
            ? field.initializer.getText()
            : (field.name?.getText() ?? ""),
        ])
      : [],
  );
  const above = fields.get("receiver");
  if (
    above === undefined ||
    fields.has("muteTimings") ||
    fields.has("activeTimings")
  )
    throw new Error(
      `${path}: the route above the new one must name its receiver and have no timings, which the new routes would not have; add receiver and route by hand`,
    );
  const added = withElement(
    source,
    "routes",
    `{ matchers: [], receiver: ${receiver}, continue: true }`,
    "first",
  );
  return elements.some(takesAll)
    ? added
    : withElement(added, "routes", `{ matchers: [], receiver: ${above} }`);
}

/** Whether no alert gets past the route: it has no matchers, and does not continue. */
function takesAll(route: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(route)) return false;
  const fields = route.properties.filter(ts.isPropertyAssignment);
  return (
    fields.some(
      ({ name, initializer }) =>
        name.getText() === "matchers" &&
        ts.isArrayLiteralExpression(initializer) &&
        initializer.elements.length === 0,
    ) && !fields.some(({ name }) => name.getText() === "continue")
  );
}
