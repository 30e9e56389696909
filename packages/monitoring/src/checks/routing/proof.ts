import type { Receiver } from "../../model/receiver";
import { rootPath } from "../../notifications/route-path";
import type { Check } from "../check";
import {
  followedAlerts,
  hasPager,
  isPage,
  labelsText,
  pages,
} from "./followed-alerts";

/** An alert that no route takes, so that only the root's receiver is notified of it. */
export const onlyRoot: Check = {
  id: "routing/only-root",
  severity: "error",
  title: "An alert that only the root of the tree catches",
  run: (deployment) =>
    followedAlerts(deployment).flatMap(({ system, path, suppress, sets }) => {
      const lost = sets.find(({ routes }) =>
        routes.some((route) => route.path === rootPath),
      );
      return lost === undefined
        ? []
        : [
            {
              path,
              message: `no route takes it, so only the root's receiver "${deployment.notifications.route.receiver.name}" is notified of ${labelsText(lost.labels)}`,
              fix: "give its system notifications, or add a route that matches",
              suppress,
              // A system without notifications leaves the decision to the root; that may be meant.
              ...(system.source.notifications === undefined && {
                severity: "warning" as const,
              }),
            },
          ];
    }),
};

/** A page that wakes nobody, where the environment could. */
export const pageWithoutPager: Check = {
  id: "routing/page-without-pager",
  severity: "error",
  title: "A critical alert that reaches no paging receiver",
  run: (deployment) =>
    hasPager(deployment)
      ? followedAlerts(deployment).flatMap(
          ({ alert, path, suppress, sets }) => {
            const silent = isPage(alert)
              ? sets.find(
                  ({ routes }) =>
                    !routes.some(({ receiver }) => pages(receiver)),
                )
              : undefined;
            return silent === undefined
              ? []
              : [
                  {
                    path,
                    message: `${labelsText(silent.labels)} is critical, but reaches ${silent.routes.map(({ receiver, path: route }) => `"${receiver.name}" through ${route}`).join(" and ")}, which wake nobody`,
                    fix: "route it to a receiver that pages, or make it a warning",
                    suppress: [
                      ...suppress,
                      ...silent.routes.flatMap(
                        ({ receiver }) => receiver.suppress ?? [],
                      ),
                    ],
                  },
                ];
          },
        )
      : [],
};

/** A page that one receiver gets twice: people then ignore both. */
export const pageTwice: Check = {
  id: "routing/page-twice",
  severity: "error",
  title: "A critical alert that one receiver gets twice",
  run: (deployment) => {
    const { receiver: stoodIn } = deployment.notifications.route;
    const isMeant = hasPager(deployment)
      ? pages
      : // Where receivers are switched off, the root's stands in for several at once.
        (receiver: Receiver): boolean => receiver !== stoodIn;
    return followedAlerts(deployment).flatMap(
      ({ alert, path, suppress, sets }) => {
        if (!isPage(alert)) return [];
        for (const { labels, routes } of sets) {
          const first = routes.find(
            ({ receiver }, index) =>
              isMeant(receiver) &&
              routes.findIndex((other) => other.receiver === receiver) < index,
          );
          if (first === undefined) continue;
          const through = routes
            .filter(({ receiver }) => receiver === first.receiver)
            .map((route) => route.path);
          return [
            {
              path,
              message: `"${first.receiver.name}" gets ${labelsText(labels)} ${through.length} times: through ${through.join(" and ")}`,
              fix: "take continue from the first of these routes, or give them different receivers",
              suppress,
            },
          ];
        }
        return [];
      },
    );
  },
};
