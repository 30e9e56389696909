import type { Check } from "../check";
import { allDashboards } from "../dashboards/panels";

/** Two things with one uid: the second overwrites the first, and links to one show the other. */
export const duplicateUid: Check = {
  id: "references/duplicate-uid",
  severity: "error",
  title: "Two dashboards or two rules with one uid",
  run: (deployment) => {
    const named = [
      ...allDashboards(deployment).map(({ dashboard, path }) => ({
        uid: `dashboard ${dashboard.uid}`,
        path,
      })),
      ...deployment.systems.flatMap(({ id, alertGroups, recordingGroups }) => [
        ...alertGroups.flatMap(({ alerts }) =>
          alerts.map(({ alert, uid }) => ({
            uid: `rule ${uid}`,
            path: `${id} > alert ${alert}`,
          })),
        ),
        ...recordingGroups.flatMap(({ recordings }) =>
          recordings.map(({ record, uid }) => ({
            uid: `rule ${uid}`,
            path: `${id} > recording ${record}`,
          })),
        ),
      ]),
    ];
    const first = new Map<string, string>();
    return named.flatMap(({ uid, path }) => {
      const earlier = first.get(uid);
      first.set(uid, earlier ?? path);
      return earlier === undefined
        ? []
        : [
            {
              path,
              message: `its uid is that of ${earlier} (${uid})`,
              fix: "rename one of them, or give recordings of one name different labels",
            },
          ];
    });
  },
};
