import { backupBucketName } from "./location";
import type { Environment } from "../model/environment";
import type { OpenProject } from "../project/open-project";
import { folderStore, type ObjectStore } from "../clients/object-store";
import { s3Store } from "../clients/s3-store";

/** The variables of the process that runs a command. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Where the backups of an environment without cloud storage go; undefined for others, which have a bucket. */
export function localBackups(
  { storage }: Environment,
  project: Pick<OpenProject, "path">,
): string | undefined {
  return storage === undefined ? project.path(".cache", "backups") : undefined;
}

/** Where the backups of an environment are kept: in `folder`, or in its bucket. Throws when there is neither. */
export function backupStore(
  { name, storage }: Environment,
  folder: string | undefined,
  variables: Variables,
): ObjectStore {
  if (folder !== undefined) return folderStore(folder);
  if (storage === undefined)
    throw new Error(
      `${name}: must have cloud storage, or a folder for its backups, got none`,
    );
  const endpoint =
    variables["AWS_ENDPOINT_URL_S3"] ?? variables["AWS_ENDPOINT_URL"];
  return s3Store({
    bucket: backupBucketName(`${storage.bucketPrefix}-${name}`),
    region: storage.region,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}

/** Who asks a Grafana, and which variable says so. */
export interface GrafanaAuth {
  readonly auth: string;
  readonly authSource: string;
}

/**
 * `GRAFANA_AUTH_<ENVIRONMENT>`, or one of `others`. A command that asks two servers must not send one's token to the other,
 * and gives no others. Throws when none is set.
 */
export function grafanaAuth(
  environment: string,
  variables: Variables,
  others: readonly string[] = ["GRAFANA_AUTH", "TF_VAR_grafana_auth"],
): GrafanaAuth {
  const own = `GRAFANA_AUTH_${environment.toUpperCase().replaceAll("-", "_")}`;
  for (const authSource of [own, ...others]) {
    const auth = variables[authSource];
    if (auth !== undefined && auth !== "") return { auth, authSource };
  }
  throw new Error(
    `nobody is signed in to Grafana of ${environment}: set ${[own, ...others].join(" or ")} to the token of a service account, or to user:password`,
  );
}
