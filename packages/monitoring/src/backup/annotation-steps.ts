import { canonicalJson } from "./canonical-json";
import type { AnnotationObject } from "./objects";
import type { RestorePlan, Target } from "./restore-step";

/** Dashboards that annotations may be on. */
export interface DashboardUids {
  /** Those that the server has, or gets. */
  readonly there: ReadonlySet<string>;
  /** Those that come with a deployment. */
  readonly deployed: ReadonlySet<string>;
}

/**
 * Annotations have no name that outlives their server: they are the same when all of them is. Of several alike as many are
 * created as there are missing.
 */
export function annotationSteps(
  wanted: readonly AnnotationObject[],
  { name, annotations }: Target,
  dashboards: DashboardUids,
): RestorePlan["annotations"] {
  const there = new Map<string, number>();
  for (const annotation of annotations) {
    const key = annotationKey(annotation);
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  return wanted.map((annotation) => {
    const key = annotationKey(annotation);
    const left = there.get(key) ?? 0;
    if (left > 0) {
      there.set(key, left - 1);
      return { verdict: "unchanged", wanted: annotation, found: annotation };
    }
    const { dashboardUid } = annotation;
    if (dashboardUid === undefined || dashboards.there.has(dashboardUid))
      return { verdict: "create", wanted: annotation };
    return dashboards.deployed.has(dashboardUid)
      ? {
          verdict: "blocked",
          wanted: annotation,
          reason: `is on dashboard "${dashboardUid}", which this repository deploys and ${name} does not have: deploy first`,
        }
      : {
          verdict: "skip",
          wanted: annotation,
          reason: `${name} does not have its dashboard "${dashboardUid}"`,
        };
  });
}

/** Equal for annotations that nobody can tell apart. */
export function annotationKey(annotation: AnnotationObject): string {
  return canonicalJson({ ...annotation, tags: [...annotation.tags].sort() });
}
