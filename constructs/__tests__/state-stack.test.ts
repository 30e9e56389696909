import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { Testing } from "cdktf";
import { StateStack, type StateStackProps } from "../src/state-stack";
import type { StateBackend } from "monitoring-as-code";
import { resourcesIn } from "./test-stack";

function environmentsOf(
  states: Readonly<Record<string, StateBackend>>,
): StateStackProps["environments"] {
  return Object.entries(states).map(([name, state]) => ({ name, state }));
}

const dev = {
  kind: "s3",
  bucket: "acme-state",
  region: "eu-central-1",
} as const;
const prod = {
  kind: "s3",
  bucket: "acme-prod-state",
  region: "us-east-1",
} as const;

function synthesize(states: Readonly<Record<string, StateBackend>>): string {
  return Testing.synth(
    new StateStack(Testing.app(), "state", {
      environments: environmentsOf(states),
    }),
    true,
  );
}

describe("StateStack", () => {
  test("defines nothing where all states are local", () => {
    expect(
      resourcesIn(synthesize({ local: { kind: "local" } }), "aws_s3_bucket"),
    ).toEqual({});
  });

  test("defines one bucket for environments that share one", () => {
    const json = synthesize({ dev, staging: dev, local: { kind: "local" } });
    expect(Object.keys(resourcesIn(json, "aws_s3_bucket"))).toHaveLength(1);
    expect(json).toHaveResourceWithProperties(S3Bucket, {
      bucket: "acme-state",
      provider: "aws.eu-central-1",
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("keeps old states for 90 days", () => {
    expect(synthesize({ dev })).toHaveResourceWithProperties(
      S3BucketLifecycleConfiguration,
      {
        rule: [
          expect.objectContaining({
            noncurrent_version_expiration: [{ noncurrent_days: 90 }],
          }),
        ],
      },
    );
  });

  test("defines each bucket in its own region", () => {
    const json = synthesize({ dev, prod });
    expect(json).toHaveResourceWithProperties(S3Bucket, {
      bucket: "acme-prod-state",
      provider: "aws.us-east-1",
    });
    expect(
      (JSON.parse(json) as { provider: { aws: { alias: string }[] } }).provider
        .aws,
    ).toMatchObject([
      { alias: "eu-central-1", region: "eu-central-1" },
      { alias: "us-east-1", region: "us-east-1" },
    ]);
  });

  test("keeps addresses when environments are reordered", () => {
    expect(resourcesIn(synthesize({ dev, prod }), "aws_s3_bucket")).toEqual(
      resourcesIn(synthesize({ prod, dev }), "aws_s3_bucket"),
    );
  });

  test("rejects one bucket in two regions", () => {
    expect(() =>
      synthesize({ dev, staging: { ...dev, region: "us-east-1" } }),
    ).toThrow(
      new Error(
        `state: bucket "acme-state" must lie in one region, got "eu-central-1" from environment "dev" and "us-east-1" from another`,
      ),
    );
  });
});
