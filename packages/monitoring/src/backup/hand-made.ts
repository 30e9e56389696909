import type { Deployment } from "../model/deployment";
import type { FolderObject } from "./objects";

/** What this repository deploys, and what is therefore neither backed up nor written. */
export interface Deployed {
  readonly folders: ReadonlySet<string>;
  readonly dashboards: ReadonlySet<string>;
}

/** The uids that any of `deployments` defines. */
export function deployedBy(deployments: readonly Deployment[]): Deployed {
  const systems = deployments.flatMap((deployment) => deployment.systems);
  return {
    folders: new Set(systems.map(({ id }) => id)),
    dashboards: new Set(
      systems.flatMap(({ dashboards }) => dashboards.map(({ uid }) => uid)),
    ),
  };
}

/** A folder as its server has it. */
export interface KnownFolder extends FolderObject {
  /** Whether something else, such as Git Sync, keeps it as it is. */
  readonly isManaged: boolean;
}

/** Grafana's own folders, which nobody can create. */
const builtIn = new Set(["general", "sharedwithme"]);

/** The folders that people made. */
export function handMadeFolders(
  folders: readonly KnownFolder[],
  deployed: Deployed,
): readonly FolderObject[] {
  return folders
    .filter(
      ({ uid, isManaged }) =>
        !isManaged && !builtIn.has(uid) && !deployed.folders.has(uid),
    )
    .map(({ isManaged: _, ...folder }) => folder);
}

/** An annotation as far as it tells who made it. */
export interface AnnotationOrigin {
  /** Of the rule that wrote it. @default 0, nobody but a person or a script */
  readonly alertId?: number;
  readonly alertName?: string;
  readonly newState?: string;
}

/** Alerts write annotations when they change their state. */
export function isHandMadeAnnotation({
  alertId = 0,
  alertName = "",
  newState = "",
}: AnnotationOrigin): boolean {
  return alertId === 0 && alertName === "" && newState === "";
}
