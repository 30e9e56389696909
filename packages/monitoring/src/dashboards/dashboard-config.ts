import type { Dashboard } from "../model/dashboard";
import { objectOf, type JsonObject } from "../internal/json-tree";

/** Fields of an export that belong to one server, to one state of it, or to the import dialog. */
const serverFields: readonly string[] = [
  "id",
  "version",
  "iteration",
  "__inputs",
  "__requires",
  "__elements",
];

/** Where a dashboard is kept and who may change it. */
export interface DashboardPlacement {
  readonly folderUid: string;
  /** Whether people may save changes in the browser; the next deploy takes them back. */
  readonly editable: boolean;
}

/**
 * What Grafana stores of `dashboard`, the same in every environment. The folder's uid comes first among the tags: moving a
 * dashboard must change its JSON, because a change of the folder alone makes the provider send its own copy, in which the
 * panels have lost their ids and alerts their panels.
 */
export function dashboardConfig(
  dashboard: Dashboard,
  { folderUid, editable }: DashboardPlacement,
): JsonObject {
  const model = objectOf(dashboard.model);
  const tags = Array.isArray(model.tags) ? (model.tags as unknown[]) : [];
  return {
    ...Object.fromEntries(
      Object.entries(model).filter(([field]) => !serverFields.includes(field)),
    ),
    tags: [folderUid, ...tags.filter((tag) => tag !== folderUid)],
    editable,
  };
}
