import type { Notifications } from "../model/deployment";
import type { Receiver } from "../model/receiver";
import type { RootRoute, Route } from "../model/route";
import { integrationProblems } from "./integration-problems";
import type { ProblemList } from "./routing-problem";

/** Receivers that a back end refuses, that nobody uses, or that reach nobody. */
export function checkReceivers(
  { receivers, route }: Notifications,
  problems: ProblemList,
): void {
  problems.duplicates(
    "receiver",
    receivers.map(({ name }) => name),
  );
  const used = receiversIn(route);
  for (const receiver of receivers) {
    const path = `receiver "${receiver.name}"`;
    if (receiver.name.trim() === "") {
      problems.error("name", path, "a receiver must have a name");
    }
    if (receiver.integrations.length === 0) {
      problems.error(
        "empty-receiver",
        path,
        "a receiver must have an integration, or its alerts reach nobody",
      );
    }
    if (!used.has(receiver)) {
      problems.error(
        "unused-receiver",
        path,
        "no route uses it; use it or remove it",
      );
    }
    receiver.integrations.forEach((integration, index) => {
      for (const problem of integrationProblems(integration)) {
        problems.error(
          "integration",
          `${path}, integration ${index + 1} (${integration.kind})`,
          problem,
        );
      }
    });
  }
}

/** The receivers that some route names. Ends for trees that contain themselves, too. */
function receiversIn(root: RootRoute): ReadonlySet<Receiver> {
  const used = new Set<Receiver>([root.receiver]);
  const seen = new Set<Route>();
  const visit = (routes: readonly Route[]): void => {
    for (const route of routes) {
      if (seen.has(route)) continue;
      seen.add(route);
      if (route.receiver !== undefined) used.add(route.receiver);
      visit(route.routes ?? []);
    }
  };
  visit(root.routes);
  return used;
}
