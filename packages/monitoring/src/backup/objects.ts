import type { JsonObject } from "../internal/json-tree";
import type { Silence } from "../silence/silence";

/** What is exported, in the order in which it is put back: what others lie in first. */
export const objectKinds = [
  "folders",
  "dashboards",
  "annotations",
  "silences",
] as const;

export type ObjectKind = (typeof objectKinds)[number];

export interface FolderObject {
  readonly uid: string;
  readonly title: string;
  /** @default - it lies in none */
  readonly parentUid?: string;
}

/** A dashboard's content without what its server counts: the classic model, or a resource of Grafana's app platform. */
export type DashboardModel =
  | { readonly schema: "classic"; readonly model: JsonObject }
  | {
      readonly schema: "app";
      /** `dashboard.grafana.app/v2beta1` */
      readonly apiVersion: string;
      readonly spec: JsonObject;
    };

export interface DashboardObject {
  readonly uid: string;
  readonly title: string;
  /** @default - it lies in none */
  readonly folderUid?: string;
  /** When somebody last saved it, as ISO 8601. @default - the server does not say */
  readonly updated?: string;
  readonly content: DashboardModel;
}

/** A note on the time axis, in milliseconds since 1970. */
export interface AnnotationObject {
  readonly time: number;
  /** @default - a moment, not a span */
  readonly timeEnd?: number;
  readonly text: string;
  readonly tags: readonly string[];
  /** @default - it belongs to the organisation */
  readonly dashboardUid?: string;
  /** @default - it belongs to the whole dashboard */
  readonly panelId?: number;
  readonly data?: JsonObject;
}

export interface SilenceObject extends Silence {
  /** The server's; one that is put back gets another. */
  readonly id: string;
}

/** What people made by hand. */
export interface Snapshot {
  readonly folders: readonly FolderObject[];
  readonly dashboards: readonly DashboardObject[];
  readonly annotations: readonly AnnotationObject[];
  readonly silences: readonly SilenceObject[];
}

/** `kinds` of a snapshot; the rest is empty. */
export function ofKinds(
  snapshot: Snapshot,
  kinds: readonly ObjectKind[],
): Snapshot {
  const kept = <Objects>(kind: ObjectKind, objects: readonly Objects[]) =>
    kinds.includes(kind) ? objects : [];
  return {
    folders: kept("folders", snapshot.folders),
    dashboards: kept("dashboards", snapshot.dashboards),
    annotations: kept("annotations", snapshot.annotations),
    silences: kept("silences", snapshot.silences),
  };
}
