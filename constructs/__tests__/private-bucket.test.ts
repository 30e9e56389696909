import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { PrivateBucket, type PrivateBucketProps } from "../src/private-bucket";
import {
  onlyResourceIn,
  synthesized,
  synthesizedAws,
  testStack,
} from "./test-stack";

const name = "acme-dev-things";

function synthesize(props: Partial<PrivateBucketProps> = {}): string {
  return synthesizedAws((stack) => {
    new PrivateBucket(stack, "things", { name, ...props });
  });
}

describe("PrivateBucket", () => {
  test("with defaults cannot be deleted, with or without objects", () => {
    expect(synthesize()).toHaveResourceWithProperties(S3Bucket, {
      bucket: name,
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("may be deleted with its objects where nothing is protected", () => {
    expect(
      synthesize({ deletionProtection: false }),
    ).toHaveResourceWithProperties(S3Bucket, {
      force_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
  });

  test("is closed to the public in all four ways", () => {
    expect(synthesize()).toHaveResourceWithProperties(
      S3BucketPublicAccessBlock,
      {
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    );
    expect(synthesize()).toHaveResourceWithProperties(
      S3BucketOwnershipControls,
      { rule: { object_ownership: "BucketOwnerEnforced" } },
    );
  });

  test("refuses whoever comes without TLS", () => {
    const arn = expect.stringMatching(
      /^\$\{aws_s3_bucket\.things_bucket_\w+\.arn\}$/,
    ) as string;
    const objects = expect.stringMatching(
      /^\$\{aws_s3_bucket\.things_bucket_\w+\.arn\}\/\*$/,
    ) as string;
    expect(synthesize()).toHaveDataSourceWithProperties(
      DataAwsIamPolicyDocument,
      {
        statement: [
          {
            sid: "TlsOnly",
            effect: "Deny",
            principals: [{ type: "*", identifiers: ["*"] }],
            actions: ["s3:*"],
            resources: [arn, objects],
            condition: [
              {
                test: "Bool",
                variable: "aws:SecureTransport",
                values: ["false"],
              },
            ],
          },
        ],
      },
    );
  });

  test("sets its policy after what else changes access, because S3 takes one change at a time", () => {
    expect(synthesize()).toHaveResourceWithProperties(S3BucketPolicy, {
      depends_on: [
        expect.stringMatching(/^aws_s3_bucket_public_access_block\./),
        expect.stringMatching(/^aws_s3_bucket_ownership_controls\./),
      ],
    });
  });

  test("encrypts with S3's own keys and keeps old versions", () => {
    const json = synthesize();
    expect(json).toHaveResourceWithProperties(
      S3BucketServerSideEncryptionConfigurationA,
      {
        rule: [
          {
            apply_server_side_encryption_by_default: {
              sse_algorithm: "AES256",
            },
            bucket_key_enabled: false,
          },
        ],
      },
    );
    expect(json).toHaveResourceWithProperties(S3BucketVersioningA, {
      versioning_configuration: { status: "Enabled" },
    });
  });

  test("encrypts with a key of one's own, at one request per bucket", () => {
    expect(
      synthesize({ kmsKeyId: "alias/monitoring" }),
    ).toHaveResourceWithProperties(S3BucketServerSideEncryptionConfigurationA, {
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "alias/monitoring",
          },
          bucket_key_enabled: true,
        },
      ],
    });
  });

  test("drops old versions and unfinished uploads, and nothing else", () => {
    expect(
      onlyResourceIn(synthesize(), "aws_s3_bucket_lifecycle_configuration")[
        "rule"
      ],
    ).toEqual([
      {
        id: "housekeeping",
        status: "Enabled",
        filter: [{ prefix: "" }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      },
    ]);
  });

  test("says what becomes of objects once versions are on", () => {
    expect(synthesize()).toHaveResourceWithProperties(
      S3BucketLifecycleConfiguration,
      {
        depends_on: [expect.stringMatching(/^aws_s3_bucket_versioning\./)],
      },
    );
  });

  test("lies where its provider says", () => {
    const json = synthesized((stack) => {
      const provider = new AwsProvider(stack, "aws", {
        region: "eu-west-1",
        alias: "eu",
      });
      new PrivateBucket(stack, "things", { name, provider });
    });
    const { resource, data } = JSON.parse(json) as Record<
      "resource" | "data",
      Record<string, Record<string, { provider?: string }>>
    >;
    const all = [resource, data].flatMap((block) =>
      Object.values(block).flatMap((byAddress) => Object.values(byAddress)),
    );
    expect(all).toHaveLength(8);
    for (const { provider } of all) expect(provider).toBe("aws.eu");
  });

  test.each([
    "ab",
    "a".repeat(64),
    "Acme",
    "acme.state",
    "acme_state",
    "-acme",
    "acme-",
    "xn--acme",
    "acme-s3alias",
  ])("rejects the name %s", (bad) => {
    expect(
      () => new PrivateBucket(testStack(), "things", { name: bad }),
    ).toThrow(
      new Error(
        `test/things: 'name' must be 3 to 63 lower-case letters, digits and hyphens, without Amazon's own prefixes and suffixes, got "${bad}"`,
      ),
    );
  });

  test.each<{
    name: string;
    props: Partial<PrivateBucketProps>;
    problem: string;
  }>([
    {
      name: "half a day",
      props: { oldVersionsDays: 0.5 },
      problem:
        "'oldVersionsDays' must be a whole number of days above 0, got 0.5",
    },
    {
      name: "an end before the beginning",
      props: { retention: { expireAfterDays: 0 } },
      problem:
        "'expireAfterDays' must be a whole number of days above 0, got 0",
    },
    {
      name: "infrequent access too early",
      props: { retention: { infrequentAccessAfterDays: 29 } },
      problem: "'infrequentAccessAfterDays' must be at least 30, got 29",
    },
    {
      name: "two moves within 30 days",
      props: {
        retention: { infrequentAccessAfterDays: 30, glacierAfterDays: 59 },
      },
      problem:
        "'glacierAfterDays' must be at least 30 days after 'infrequentAccessAfterDays' (30), got 59",
    },
    {
      name: "an end before the last move",
      props: { retention: { glacierAfterDays: 90, expireAfterDays: 90 } },
      problem: "'expireAfterDays' must be after the last move (90), got 90",
    },
    {
      name: "a prefix to which nothing happens",
      props: { retention: { prefix: "a/" } },
      problem: "'retention' must say what happens, got only a prefix",
    },
  ])("rejects $name", ({ props, problem }) => {
    expect(
      () => new PrivateBucket(testStack(), "things", { name, ...props }),
    ).toThrow(new Error(`test/things/lifecycle: ${problem}`));
  });
});
