import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { BackupBucket, type BackupBucketProps } from "../src/backup-bucket";
import { onlyResourceIn, synthesizedAws } from "./test-stack";

function synthesize(props: Partial<BackupBucketProps> = {}): string {
  return synthesizedAws((stack) => {
    new BackupBucket(stack, "backups", { namePrefix: "acme-prod", ...props });
  });
}

function rulesOf(json: string): unknown {
  return onlyResourceIn(json, "aws_s3_bucket_lifecycle_configuration")["rule"];
}

describe("BackupBucket", () => {
  test("with defaults deletes backups after 30 days, and what was overwritten 30 days later", () => {
    expect(rulesOf(synthesize())).toEqual([
      {
        id: "housekeeping",
        status: "Enabled",
        filter: [{ prefix: "" }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      },
      {
        id: "retention",
        status: "Enabled",
        filter: [{ prefix: "monitoring-backups/" }],
        expiration: [{ days: 30 }],
      },
    ]);
  });

  test("is called after its environment", () => {
    expect(synthesize()).toHaveResourceWithProperties(S3Bucket, {
      bucket: "acme-prod-monitoring-backups",
      force_destroy: false,
    });
  });

  test("takes another retention, and may be deleted where nothing is protected", () => {
    const json = synthesize({ retentionDays: 7, deletionProtection: false });
    expect(rulesOf(json)).toMatchObject([{}, { expiration: [{ days: 7 }] }]);
    expect(json).toHaveResourceWithProperties(S3Bucket, {
      force_destroy: true,
    });
  });
});
