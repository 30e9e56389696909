import type { Notifications } from "../model/deployment";
import { checkInhibitions } from "./inhibition-problems";
import { checkReceivers } from "./receiver-problems";
import { checkRoutes } from "./route-problems";
import { ProblemList, type RoutingProblem } from "./routing-problem";
import { checkTemplates } from "./template-problems";
import { checkMuteTimings } from "./time-interval-problems";

/**
 * Everything that `amtool check-config` and Grafana refuse in an environment's notifications, and what they do not
 * notice: routes that nothing reaches, receivers that nobody uses, inhibitions that never apply, templates that are not
 * defined. Never throws, whatever the tree.
 */
export function problemsIn(
  notifications: Notifications,
): readonly RoutingProblem[] {
  const problems = new ProblemList();
  checkRoutes(notifications, problems);
  checkReceivers(notifications, problems);
  checkMuteTimings(notifications, problems);
  checkInhibitions(notifications.inhibitions, problems);
  checkTemplates(notifications, problems);
  return problems.found;
}
