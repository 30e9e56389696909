import type { Deployment } from "../../model/deployment";
import {
  routingTree,
  type RoutingNode,
} from "../../notifications/routing-tree";
import type { Check } from "../check";
import type { Violation } from "../finding";
import { promqlQueries, resultLabels } from "../promql/promql-queries";
import { memoize } from "../../internal/memoize";
import { messagesOf } from "./message-reads";

/** Fields of a notification, in Alertmanager and Grafana. */
const notification = new Set([
  "Alerts",
  "AppVersion",
  "CommonAnnotations",
  "CommonLabels",
  "ExternalURL",
  "Extra",
  "GroupKey",
  "GroupLabels",
  "Message",
  "OrgID",
  "Receiver",
  "State",
  "Status",
  "Title",
  "TruncatedAlerts",
]);

/** Fields of one alert of a notification. */
const single = new Set([
  "Annotations",
  "DashboardURL",
  "EmbeddedImage",
  "EndsAt",
  "Fingerprint",
  "GeneratorURL",
  "ImageURL",
  "Labels",
  "OrgID",
  "PanelURL",
  "RuleUID",
  "SilenceURL",
  "StartsAt",
  "Status",
  "ValueString",
  "Values",
]);

/** A field that notifications do not have: the message then fails, and nobody is notified. */
export const unknownField: Check = {
  id: "templates/unknown-field",
  severity: "error",
  title: "A message that reads a field which notifications do not have",
  run: (deployment) =>
    messagesOf(deployment).flatMap(({ uses, ...place }) =>
      unique(
        uses.flatMap(({ dot, field }) =>
          dot === "unknown" ||
          (dot === "alert" ? single : notification).has(field)
            ? []
            : [
                {
                  path: place.path,
                  suppress: place.suppress,
                  message: `.${field} is read of ${dot === "alert" ? "one alert" : "the notification"}, which has ${[...(dot === "alert" ? single : notification)].join(", ")}`,
                  fix:
                    dot === "notification" && single.has(field)
                      ? `read it inside of {{ range .Alerts }}, or take .Common${field}`
                      : "read a field that is there",
                },
              ],
        ),
      ),
    ),
};

/** A label that no alert of the environment has, so that the message always shows nothing. */
export const unknownLabel: Check = {
  id: "templates/unknown-label",
  severity: "warning",
  title: "A message that prints a label which no alert has",
  run: (deployment) => {
    const known = labelsOfAlerts(deployment);
    return messagesOf(deployment).flatMap(({ uses, path, suppress }) =>
      unique(
        uses.flatMap(({ field, inner }) =>
          inner === undefined ||
          !["Labels", "CommonLabels", "GroupLabels"].includes(field) ||
          known === "any" ||
          known.has(inner) ||
          isMethod(inner)
            ? []
            : [
                {
                  path,
                  suppress,
                  message: `it prints the label ${inner}, which no alert of the environment has`,
                  fix: "correct the label, or give it to the alerts",
                },
              ],
        ),
      ),
    );
  },
};

/** A label of the group that the routes do not group by: always empty. */
export const groupLabel: Check = {
  id: "templates/group-label",
  severity: "error",
  title: "A message that prints a label by which its routes do not group",
  run: (deployment) => {
    const nodes = nodesIn(routingTree(deployment.notifications.route));
    return messagesOf(deployment).flatMap(
      ({ uses, path, suppress, receivers }) =>
        unique(
          uses.flatMap(({ field, inner }) => {
            if (
              field !== "GroupLabels" ||
              inner === undefined ||
              isMethod(inner)
            )
              return [];
            const route = nodes.find(
              ({ receiver, groupBy }) =>
                receivers.includes(receiver.name) &&
                !groupBy.includes(inner) &&
                !groupBy.includes("..."),
            );
            return route === undefined
              ? []
              : [
                  {
                    path,
                    suppress,
                    message: `it prints .GroupLabels.${inner}, but ${route.path} groups by ${route.groupBy.join(", ") || "nothing"}`,
                    fix: `print .CommonLabels.${inner}, or group by ${inner}`,
                  },
                ];
          }),
        ),
    );
  },
};

/** Functions of a set of labels: `.CommonLabels.SortedPairs`. */
function isMethod(name: string): boolean {
  return ["SortedPairs", "Names", "Values", "Remove"].includes(name);
}

const labelsOfAlerts = memoize(
  (deployment: Deployment): ReadonlySet<string> | "any" => {
    const known = new Set([
      "alertname",
      "grafana_folder",
      ...(deployment.environment.alerting.evaluator === "prometheus"
        ? ["cluster", "environment"]
        : []),
    ]);
    for (const { alertGroups } of deployment.systems)
      for (const { labels } of alertGroups.flatMap(({ alerts }) => alerts))
        for (const label of Object.keys(labels)) known.add(label);
    for (const query of promqlQueries(deployment)) {
      const result =
        query.owner.kind === "alert" ? resultLabels(query) : undefined;
      if (result === undefined) continue;
      const { possible, certain } = result;
      for (const label of possible ?? certain) known.add(label);
    }
    for (const { source } of deployment.systems)
      for (const { labels = {} } of source.jobs)
        for (const label of Object.keys(labels)) known.add(label);
    // Labels that logs and databases bring along.
    for (const label of [
      "container",
      "stream",
      "level",
      "service",
      "method",
      "status",
    ])
      known.add(label);
    return known;
  },
);

function nodesIn(node: RoutingNode): readonly RoutingNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

function unique(violations: readonly Violation[]): readonly Violation[] {
  return violations.filter(
    ({ message }, index) =>
      violations.findIndex((other) => other.message === message) === index,
  );
}
