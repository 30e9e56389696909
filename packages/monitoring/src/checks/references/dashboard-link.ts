import { walk } from "../../internal/json-tree";
import type { Deployment } from "../../model/deployment";
import type { Check } from "../check";
import { allDashboards } from "../dashboards/panels";
import type { Violation } from "../finding";
import { placeOfRule } from "../queries";

/** The dashboards that a text leads to: `/d/<uid>`, with or without a server in front. */
function linkedUids(text: string): readonly string[] {
  return [
    ...text.matchAll(/(?:^|[^\w/])(?:https?:\/\/[^\s/)]+)?\/d\/([\w-]+)/g),
  ].flatMap(([, uid]) => uid ?? []);
}

/** A link of a dashboard, panel, value, text or annotation to a dashboard that is not there. */
export const dashboardLink: Check = {
  id: "references/dashboard-link",
  severity: "error",
  title: "A link to a dashboard that does not exist",
  run: (deployment) => {
    const uids = new Set(
      allDashboards(deployment).map(({ dashboard }) => dashboard.uid),
    );
    return texts(deployment).flatMap(({ text, ...place }) =>
      linkedUids(text)
        .filter((uid) => !uids.has(uid))
        .map((uid) => ({
          ...place,
          message: `it leads to /d/${uid}, but no system has a dashboard "${uid}"; there are ${[...uids].sort().join(", ")}`,
          fix: "correct the uid, or add the dashboard to its system",
        })),
    );
  },
};

type Text = Pick<Violation, "path" | "suppress"> & { readonly text: string };

function texts(deployment: Deployment): readonly Text[] {
  return [
    ...allDashboards(deployment).flatMap(
      ({ model, path, panels }): readonly Text[] => [
        ...stringsIn({ ...model, panels: [] }).map((text) => ({ path, text })),
        ...panels.flatMap(({ panel, path: place, suppress }) =>
          stringsIn({ ...panel, targets: [] }).map((text) => ({
            path: place,
            suppress,
            text,
          })),
        ),
      ],
    ),
    ...deployment.systems.flatMap((system) =>
      system.alertGroups.flatMap(({ alerts }) =>
        alerts.flatMap((alert) =>
          Object.values(alert.annotations).map((text) => ({
            ...placeOfRule(system, alert, `alert ${alert.alert}`),
            text,
          })),
        ),
      ),
    ),
  ];
}

function stringsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  walk(value, (inner) => {
    if (typeof inner === "string" && inner.includes("/d/")) found.push(inner);
  });
  return found;
}
