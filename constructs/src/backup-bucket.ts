import { Construct } from "constructs";
import { backupBucketName, backupPrefix } from "monitoring-as-code/backup";
import { PrivateBucket } from "./private-bucket";

export interface BackupBucketProps {
  /** First part of the bucket's name, `<prefix>-<environment>`. */
  readonly namePrefix: string;
  /** Days until a backup is deleted. @default 30 */
  readonly retentionDays?: number;
  /** @default true */
  readonly deletionProtection?: boolean;
}

/** Defines where backups of the monitoring go: below `monitoring-backups/`, encrypted, because they hold secrets. */
export class BackupBucket extends Construct {
  /** The token for the bucket's name. */
  readonly bucket: string;

  constructor(
    scope: Construct,
    id: string,
    {
      namePrefix,
      retentionDays = 30,
      deletionProtection = true,
    }: BackupBucketProps,
  ) {
    super(scope, id);
    this.bucket = new PrivateBucket(this, "backups", {
      name: backupBucketName(namePrefix),
      retention: {
        prefix: backupPrefix,
        expireAfterDays: retentionDays,
      },
      deletionProtection,
    }).bucket;
  }
}
