import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  LongTermStorage,
  type LongTermStorageProps,
} from "../src/long-term-storage";
import { onlyResourceIn, synthesizedAws } from "./test-stack";

function synthesize(props: Partial<LongTermStorageProps> = {}): string {
  return synthesizedAws((stack) => {
    new LongTermStorage(stack, "long-term", {
      namePrefix: "acme-prod",
      ...props,
    });
  });
}

function retentionOf(json: string): unknown {
  const { rule } = onlyResourceIn(
    json,
    "aws_s3_bucket_lifecycle_configuration",
  );
  return (rule as readonly unknown[])[1];
}

describe("LongTermStorage", () => {
  test("with defaults gets cheaper at 30 and 90 days, stays readable, and ends after a year", () => {
    expect(retentionOf(synthesize())).toEqual({
      id: "retention",
      status: "Enabled",
      filter: [{ prefix: "" }],
      transition: [
        { days: 30, storage_class: "STANDARD_IA" },
        { days: 90, storage_class: "GLACIER_IR" },
      ],
      expiration: [{ days: 365 }],
    });
  });

  test("is called after its environment, because names of buckets are global", () => {
    expect(synthesize()).toHaveResourceWithProperties(S3Bucket, {
      bucket: "acme-prod-prometheus-long-term",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("takes other ages, and may be deleted where nothing is protected", () => {
    const json = synthesize({
      infrequentAccessAfterDays: 60,
      glacierAfterDays: 120,
      expireAfterDays: 730,
      deletionProtection: false,
    });
    expect(retentionOf(json)).toMatchObject({
      transition: [{ days: 60 }, { days: 120 }],
      expiration: [{ days: 730 }],
    });
    expect(json).toHaveResourceWithProperties(S3Bucket, {
      force_destroy: true,
    });
  });
});
