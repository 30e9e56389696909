import { join } from "node:path";
import { backupBucketName } from "../backup/location";
import type { Environment } from "../model/environment";
import { folderStore, type ObjectStore } from "./object-store";
import { s3Store } from "./s3-store";

/** The variables of the process that runs a command. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Where backups of environments without cloud storage go. */
export const localBackups = join(".cache", "backups");

/** Where the backups of an environment are kept: in `folder`, its bucket, or below `.cache` where it has no bucket. */
export function backupStore(
  { name, storage }: Environment,
  folder: string | undefined,
  variables: Variables,
): ObjectStore {
  if (folder !== undefined || storage === undefined)
    return folderStore(folder ?? localBackups);
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
