import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Storage, type StorageProps } from "../src/storage";
import { storage } from "./test-deployment";
import { resourcesIn, synthesizedAws } from "./test-stack";

const file = { path: "rules/shop.yml", content: "groups: []\n" };

function synthesize(props: Partial<StorageProps> = {}): string {
  return synthesizedAws((stack) => {
    new Storage(stack, "storage", {
      settings: storage,
      environment: "prod",
      artefacts: { prometheus: [file] },
      ...props,
    });
  });
}

function namesIn(json: string): readonly unknown[] {
  return Object.values(resourcesIn(json, "aws_s3_bucket"))
    .map(({ bucket }) => bucket)
    .sort();
}

describe("Storage", () => {
  test("defines a bucket for each purpose, called after the environment", () => {
    expect(namesIn(synthesize())).toEqual([
      "acme-prod-monitoring-artefacts",
      "acme-prod-monitoring-backups",
      "acme-prod-prometheus-long-term",
    ]);
  });

  test("defines only what the settings ask for", () => {
    expect(
      namesIn(
        synthesize({
          settings: { ...storage, longTerm: undefined, artefacts: false },
        }),
      ),
    ).toEqual(["acme-prod-monitoring-backups"]);
  });

  test("puts each file below the folder of who reads it", () => {
    expect(synthesize()).toHaveResourceWithProperties(S3Object, {
      key: "prometheus/rules/shop.yml",
      content: "groups: []\n",
    });
  });

  test.each([
    { deletionProtection: undefined, forceDestroy: false },
    { deletionProtection: false, forceDestroy: true },
  ])(
    "protects every bucket unless told otherwise: $deletionProtection",
    ({ deletionProtection, forceDestroy }) => {
      const buckets = Object.values(
        resourcesIn(
          synthesize(
            deletionProtection === undefined ? {} : { deletionProtection },
          ),
          "aws_s3_bucket",
        ),
      );
      for (const bucket of buckets)
        expect(bucket).toMatchObject({ force_destroy: forceDestroy });
    },
  );
});
