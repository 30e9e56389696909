import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { BucketLifecycle, type Retention } from "./bucket-lifecycle";
import { rejectInvalidProps } from "./invalid-props";

export interface PrivateBucketProps {
  /** Unique in the whole world: 3 to 63 lower-case letters, digits and hyphens. */
  readonly name: string;
  /** When objects get cheaper and when they go. @default - they stay as they are */
  readonly retention?: Retention;
  /** How long what was overwritten or deleted can be brought back. @default 30 */
  readonly oldVersionsDays?: number;
  /** The key that encrypts objects. @default - S3's own */
  readonly kmsKeyId?: string;
  /** Refuses to delete the bucket, with or without objects. @default true */
  readonly deletionProtection?: boolean;
  /** Where the bucket lies. @default - the stack's only provider for AWS */
  readonly provider?: TerraformProvider;
}

/** Defines a bucket that nobody reads but its account: encrypted, versioned, closed to the public, reached through TLS only. */
export class PrivateBucket extends Construct {
  /** The token for its name. */
  readonly bucket: string;
  /** What objects must come after, so that the first one is encrypted and versioned like the rest. */
  readonly settings: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { name, deletionProtection = true, provider } = props;
    rejectInvalidProps(this, problemsIn(name));
    const bucket = new S3Bucket(this, "bucket", {
      bucket: name,
      forceDestroy: !deletionProtection,
      lifecycle: { preventDestroy: deletionProtection },
      provider,
    });
    this.bucket = bucket.bucket;
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: bucket.bucket,
      versioningConfiguration: { status: "Enabled" },
      provider,
    });
    const encryption = new S3BucketServerSideEncryptionConfigurationA(
      this,
      "encryption",
      {
        bucket: bucket.bucket,
        rule: [
          {
            applyServerSideEncryptionByDefault:
              props.kmsKeyId === undefined
                ? { sseAlgorithm: "AES256" }
                : { sseAlgorithm: "aws:kms", kmsMasterKeyId: props.kmsKeyId },
            bucketKeyEnabled: props.kmsKeyId !== undefined,
          },
        ],
        provider,
      },
    );
    this.settings = [versioning, encryption];
    this.defineAccess(bucket, provider);
    new BucketLifecycle(this, "lifecycle", {
      bucket: bucket.bucket,
      oldVersionsDays: props.oldVersionsDays ?? 30,
      ...(props.retention === undefined ? {} : { retention: props.retention }),
      // S3 refuses rules about old versions while there are none.
      dependsOn: [versioning],
      ...(provider === undefined ? {} : { provider }),
    });
  }

  private defineAccess(
    { bucket, arn }: S3Bucket,
    provider: TerraformProvider | undefined,
  ): void {
    const publicAccess = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      provider,
    });
    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
      provider,
    });
    const tlsOnly = new DataAwsIamPolicyDocument(this, "tls-only", {
      statement: [
        {
          sid: "TlsOnly",
          effect: "Deny",
          principals: [{ type: "*", identifiers: ["*"] }],
          actions: ["s3:*"],
          resources: [arn, `${arn}/*`],
          condition: [
            {
              test: "Bool",
              variable: "aws:SecureTransport",
              values: ["false"],
            },
          ],
        },
      ],
      provider,
    });
    new S3BucketPolicy(this, "policy", {
      bucket,
      policy: tlsOnly.json,
      // S3 answers 409 when two of these change a bucket at once.
      dependsOn: [publicAccess, ownership],
      provider,
    });
  }
}

/** The part of Amazon's rules for bucket names that keeps TLS certificates valid: no dots. */
function problemsIn(name: string): readonly string[] {
  return /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name) &&
    !/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3)$/.test(name)
    ? []
    : [
        `'name' must be 3 to 63 lower-case letters, digits and hyphens, without Amazon's own prefixes and suffixes, got "${name}"`,
      ];
}
