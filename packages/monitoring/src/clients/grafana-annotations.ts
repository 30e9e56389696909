import { allWithin, type TimeSpan } from "../backup/annotation-windows";
import {
  isHandMadeAnnotation,
  type AnnotationOrigin,
} from "../backup/hand-made";
import type { AnnotationObject } from "../backup/objects";
import { isObject, textOf } from "../review/value";
import type { GrafanaHttp } from "./grafana-http";

export interface FetchedAnnotations {
  readonly annotations: readonly AnnotationObject[];
  /** How many belong to a dashboard that is gone: nobody can put them back. */
  readonly orphans: number;
}

interface ApiAnnotation extends AnnotationOrigin {
  readonly id: number;
  readonly dashboardId?: number;
  readonly dashboardUID?: string | null;
  readonly panelId?: number;
  readonly time: number;
  readonly timeEnd?: number;
  readonly text?: string;
  readonly tags?: readonly string[] | null;
  readonly data?: unknown;
}

/** Those of some spans of time that no alert made. */
export async function fetchAnnotations(
  ask: GrafanaHttp,
  spans: readonly TimeSpan[],
): Promise<FetchedAnnotations> {
  const listed = await allWithin<ApiAnnotation>(spans, ({ from, to }, limit) =>
    ask("api/annotations", {
      query: { from, to, limit, type: "annotation" },
      permission: "annotations:read",
    }),
  );
  const handMade = listed.filter(isHandMadeAnnotation);
  const living = handMade.filter(
    ({ dashboardId = 0, dashboardUID }) =>
      dashboardId === 0 || (dashboardUID ?? "") !== "",
  );
  return {
    annotations: living.map(annotationObject),
    orphans: handMade.length - living.length,
  };
}

function annotationObject(annotation: ApiAnnotation): AnnotationObject {
  const { time, timeEnd = time, text = "", data, panelId = 0 } = annotation;
  const dashboardUid = textOf(annotation.dashboardUID) ?? "";
  return {
    time,
    ...(timeEnd > time ? { timeEnd } : {}),
    text,
    tags: annotation.tags ?? [],
    ...(dashboardUid === "" ? {} : { dashboardUid }),
    ...(panelId === 0 ? {} : { panelId }),
    ...(isObject(data) && Object.keys(data).length > 0 ? { data } : {}),
  };
}
