import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { ArtefactBucket } from "../src/artefact-bucket";
import { resourcesIn, synthesizedAws, testStack } from "./test-stack";

function synthesize(files: Readonly<Record<string, string>>): string {
  return synthesizedAws((stack) => {
    new ArtefactBucket(stack, "artefacts", { namePrefix: "acme-prod", files });
  });
}

describe("ArtefactBucket", () => {
  test("without files defines an empty bucket called after its environment", () => {
    const json = synthesize({});
    expect(json).toHaveResourceWithProperties(S3Bucket, {
      bucket: "acme-prod-monitoring-artefacts",
    });
    expect(resourcesIn(json, "aws_s3_object")).toEqual({});
  });

  test.each([
    ["prometheus/rules/shop.yml", "application/yaml"],
    ["alertmanager/alertmanager.yaml", "application/yaml"],
    ["index.json", "application/json"],
    ["alertmanager/templates/shop.tmpl", "text/plain; charset=utf-8"],
  ])("puts %s in as %s", (key, type) => {
    expect(synthesize({ [key]: "content" })).toHaveResourceWithProperties(
      S3Object,
      { key, content: "content", content_type: type },
    );
  });

  test("keeps files from being read as templates by Terraform", () => {
    expect(
      synthesize({ "relabel.yml": "replacement: ${1}:9100" }),
    ).toHaveResourceWithProperties(S3Object, {
      content: "replacement: $${1}:9100",
    });
  });

  test("puts files in once the bucket encrypts and keeps versions", () => {
    expect(synthesize({ "a.yml": "a" })).toHaveResourceWithProperties(
      S3Object,
      {
        depends_on: [
          expect.stringMatching(/^aws_s3_bucket_versioning\./),
          expect.stringMatching(
            /^aws_s3_bucket_server_side_encryption_configuration\./,
          ),
        ],
      },
    );
  });

  test("keeps addresses when files come in another order", () => {
    expect(JSON.parse(synthesize({ "a.yml": "a", "b/c.yml": "c" }))).toEqual(
      JSON.parse(synthesize({ "b/c.yml": "c", "a.yml": "a" })),
    );
  });

  test.each([
    ["/etc/passwd", "a"],
    ["../a.yml", "a"],
    ["a//b.yml", "a"],
    ["a b.yml", "a"],
    ["", "a"],
  ])("rejects the key %p", (key, content) => {
    expect(
      () =>
        new ArtefactBucket(testStack(), "artefacts", {
          namePrefix: "acme",
          files: { [key]: content },
        }),
    ).toThrow(
      new Error(
        `test/artefacts: 'files' must have plain relative paths as keys, got "${key}"`,
      ),
    );
  });

  test("rejects an empty file, which is a failed rendering", () => {
    expect(
      () =>
        new ArtefactBucket(testStack(), "artefacts", {
          namePrefix: "acme",
          files: { "a.yml": "" },
        }),
    ).toThrow(
      new Error(
        `test/artefacts: 'files' must have a content, got an empty "a.yml"`,
      ),
    );
  });
});
