import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { rejectInvalidProps } from "./invalid-props";

/** When objects move to cheaper storage and when they go, in days after they were written. */
export interface Retention {
  /** The objects that it concerns. @default "" - all */
  readonly prefix?: string;
  /** Not before day 30. @default - never */
  readonly infrequentAccessAfterDays?: number;
  /** At least 30 days after infrequent access. @default - never */
  readonly glacierAfterDays?: number;
  /** @default - never */
  readonly expireAfterDays?: number;
}

export interface BucketLifecycleProps {
  readonly bucket: string;
  readonly oldVersionsDays: number;
  /** @default - objects stay as they are */
  readonly retention?: Retention;
  readonly dependsOn: ITerraformDependable[];
  /** @default - the stack's only provider for AWS */
  readonly provider?: TerraformProvider;
}

/** Defines what becomes of a bucket's objects with time. */
export class BucketLifecycle extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      bucket,
      oldVersionsDays,
      retention,
      dependsOn,
      provider,
    }: BucketLifecycleProps,
  ) {
    super(scope, id);
    rejectInvalidProps(this, problemsIn(oldVersionsDays, retention ?? {}));
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket,
      rule: [
        {
          id: "housekeeping",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays: oldVersionsDays }],
        },
        ...(retention === undefined ? [] : [retentionRule(retention)]),
      ],
      dependsOn,
      provider,
    });
  }
}

function retentionRule({
  prefix = "",
  infrequentAccessAfterDays,
  glacierAfterDays,
  expireAfterDays,
}: Retention) {
  const transition = [
    { days: infrequentAccessAfterDays, storageClass: "STANDARD_IA" },
    // The class that answers at once: blocks in plain GLACIER cannot be queried before somebody restores them.
    { days: glacierAfterDays, storageClass: "GLACIER_IR" },
  ].filter(({ days }) => days !== undefined);
  return {
    id: "retention",
    status: "Enabled",
    filter: [{ prefix }],
    ...(transition.length === 0 ? {} : { transition }),
    ...(expireAfterDays === undefined
      ? {}
      : { expiration: [{ days: expireAfterDays }] }),
  };
}

function problemsIn(
  oldVersionsDays: number,
  retention: Retention,
): readonly string[] {
  const {
    infrequentAccessAfterDays: infrequent,
    glacierAfterDays: glacier,
    expireAfterDays: expire,
  } = retention;
  const days = { oldVersionsDays, ...retention, prefix: undefined };
  const last = glacier ?? infrequent;
  return [
    ...Object.entries(days)
      .filter(
        ([, value]) =>
          value !== undefined && !(Number.isInteger(value) && value > 0),
      )
      .map(
        ([prop, value]) =>
          `'${prop}' must be a whole number of days above 0, got ${value}`,
      ),
    ...(infrequent !== undefined && infrequent < 30
      ? [`'infrequentAccessAfterDays' must be at least 30, got ${infrequent}`]
      : []),
    ...(infrequent !== undefined &&
    glacier !== undefined &&
    glacier < infrequent + 30
      ? [
          `'glacierAfterDays' must be at least 30 days after 'infrequentAccessAfterDays' (${infrequent}), got ${glacier}`,
        ]
      : []),
    ...(expire !== undefined && last !== undefined && expire <= last
      ? [
          `'expireAfterDays' must be after the last move (${last}), got ${expire}`,
        ]
      : []),
    ...(last === undefined && expire === undefined && "prefix" in retention
      ? [`'retention' must say what happens, got only a prefix`]
      : []),
  ];
}
