import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Construct } from "constructs";
import { rejectInvalidProps } from "./invalid-props";
import { PrivateBucket } from "./private-bucket";
import { terraformText } from "./terraform-json";

export interface ArtefactBucketProps {
  /** First part of the bucket's name, `<prefix>-<environment>`. */
  readonly namePrefix: string;
  /** Key, such as `prometheus/rules/shop.yml`, to content. */
  readonly files: Readonly<Record<string, string>>;
  /** @default true */
  readonly deletionProtection?: boolean;
}

/** Defines where rule files and the configuration of Alertmanager lie for Prometheus servers and rulers elsewhere. */
export class ArtefactBucket extends Construct {
  /** The token for the bucket's name. */
  readonly bucket: string;

  constructor(
    scope: Construct,
    id: string,
    { namePrefix, files, deletionProtection = true }: ArtefactBucketProps,
  ) {
    super(scope, id);
    rejectInvalidProps(
      this,
      Object.entries(files).flatMap(([key, content]) =>
        problemsIn(key, content),
      ),
    );
    const artefacts = new PrivateBucket(this, "artefacts", {
      name: `${namePrefix}-monitoring-artefacts`,
      deletionProtection,
    });
    this.bucket = artefacts.bucket;
    const objects = new Construct(this, "files");
    for (const [key, content] of Object.entries(files)) {
      new S3Object(objects, key, {
        bucket: artefacts.bucket,
        key,
        content: terraformText(content),
        contentType: contentTypeOf(key),
        dependsOn: [...artefacts.settings],
      });
    }
  }
}

function contentTypeOf(key: string): string {
  if (/\.ya?ml$/.test(key)) return "application/yaml";
  if (key.endsWith(".json")) return "application/json";
  return "text/plain; charset=utf-8";
}

function problemsIn(key: string, content: string): readonly string[] {
  return [
    ...(/^[\w.-]+(\/[\w.-]+)*$/.test(key) && !key.split("/").includes("..")
      ? []
      : [`'files' must have plain relative paths as keys, got "${key}"`]),
    ...(content === ""
      ? [`'files' must have a content, got an empty "${key}"`]
      : []),
  ];
}
