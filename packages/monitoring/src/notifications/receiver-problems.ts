import type { Notifications } from "../model/deployment";
import { integrationProblems } from "./integration-problems";
import { routesIn } from "./routes-in";
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
  const used = new Set([
    route.receiver,
    ...routesIn(route).flatMap(({ receiver }) => receiver ?? []),
  ]);
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
