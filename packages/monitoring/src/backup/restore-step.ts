import type { Deployed, KnownFolder } from "./hand-made";
import type {
  AnnotationObject,
  DashboardObject,
  FolderObject,
  SilenceObject,
} from "./objects";

/**
 * What becomes of an object: `conflict` is left as it is because somebody has changed it since, `skip` because there is no
 * place or no need for it, and `blocked` cannot be written before something else is done.
 */
export type Verdict =
  "create" | "update" | "unchanged" | "conflict" | "skip" | "blocked";

export interface Step<Wanted, Found = Wanted> {
  readonly verdict: Verdict;
  readonly wanted: Wanted;
  /** @default - it does not exist */
  readonly found?: Found;
  /** Why, for conflict, skip and blocked. @default "" */
  readonly reason?: string;
}

/** A dashboard as its server has it. */
export interface KnownDashboard extends DashboardObject {
  /** What the server must still have when the dashboard is written, so that no change in between is lost. */
  readonly revision: {
    readonly version: number;
    /** Of the app platform. @default - it has none */
    readonly resourceVersion?: string;
  };
}

/** A server that objects are put into. */
export interface Target {
  /** Its name for people. */
  readonly name: string;
  /** All of them, whoever made them. */
  readonly folders: readonly KnownFolder[];
  /** Those that people made. */
  readonly dashboards: readonly KnownDashboard[];
  /** uids of the others: deployed, provisioned. */
  readonly otherDashboards: ReadonlySet<string>;
  readonly annotations: readonly AnnotationObject[];
  readonly silences: readonly SilenceObject[];
}

export interface RestorePlan {
  /** Parents before what lies in them. */
  readonly folders: readonly Step<FolderObject, KnownFolder>[];
  readonly dashboards: readonly Step<DashboardObject, KnownDashboard>[];
  readonly annotations: readonly Step<AnnotationObject>[];
  readonly silences: readonly Step<SilenceObject>[];
}

export interface RestoreOptions {
  readonly deployed: Deployed;
  /** Takes changes back that were made since. @default false */
  readonly overwrite?: boolean;
  readonly now: Date;
}
