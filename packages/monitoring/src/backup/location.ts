/** Where a backup bucket keeps backups; older ones expire there. */
export const backupPrefix = "monitoring-backups/";

/** The name of the bucket of backups; `namePrefix` is `<prefix>-<environment>`. */
export function backupBucketName(namePrefix: string): string {
  return `${namePrefix}-monitoring-backups`;
}

/** `20261121T031700Z-3f9a`: ids sort like the moments at which their backups began. `salt` is 4 hexadecimal digits. */
export function backupId(startedAt: Date, salt: string): string {
  const moment = startedAt
    .toISOString()
    .replace(/\.\d+/, "")
    .replace(/[-:]/g, "");
  return `${moment}-${salt}`;
}

/** When the backup called `id` began, or undefined when that is no id of a backup. */
export function startOf(id: string): Date | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{4}$/.exec(id) ?? [];
  const start = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
  );
  return Number.isNaN(start.getTime()) ? undefined : start;
}

/** Below it lie the manifests of complete backups, `<id>.json`. */
export function manifestsPrefix(environment: string): string {
  return `${backupPrefix}${environment}/manifests/`;
}

export function manifestKey(environment: string, id: string): string {
  return `${manifestsPrefix(environment)}${id}.json`;
}

/** Below it lies a folder for each backup, complete or not. */
export function runsPrefix(environment: string): string {
  return `${backupPrefix}${environment}/objects/`;
}

/**
 * Below it lies what one backup holds. Backups share no objects, though most are equal: the bucket's retention deletes by
 * age, and would take from a new backup what an old one has written.
 */
export function objectsPrefix(environment: string, id: string): string {
  return `${runsPrefix(environment)}${id}/`;
}

/** How long an interrupted backup is taken up again: what it holds was true when it began. */
const resumableHours = 6;

/** The latest of `runs` that began less than 6 hours before `now` and never got its manifest. */
export function resumableRun(
  runs: readonly string[],
  complete: readonly string[],
  now: Date,
): string | undefined {
  return runs
    .filter((id) => {
      const start = startOf(id);
      if (start === undefined || complete.includes(id)) return false;
      const age = now.getTime() - start.getTime();
      return age >= 0 && age < resumableHours * 3_600_000;
    })
    .sort()
    .at(-1);
}

/**
 * The one of `ids` that `wanted` means: the whole id, or a beginning that fits the latest of them (`20261121`). Throws when
 * none fits.
 */
export function backupNamed(ids: readonly string[], wanted: string): string {
  const found = [...ids].sort().filter((id) => id.startsWith(wanted));
  const latest = found.at(-1);
  if (latest === undefined || wanted === "")
    throw new Error(
      `no backup begins with "${wanted}", ${ids.length === 0 ? "there is none" : `there are ${[...ids].sort().join(", ")}`}`,
    );
  return latest;
}
