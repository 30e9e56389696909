import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type ListObjectsV2CommandOutput,
} from "@aws-sdk/client-s3";
import { createHash } from "node:crypto";
import type { ObjectStore } from "./object-store";

export interface S3StoreOptions {
  readonly bucket: string;
  readonly region: string;
  /** Instead of Amazon's, such as that of MinIO. @default - Amazon S3 */
  readonly endpoint?: string;
}

/** Objects of a bucket. Who asks is found as by every tool of AWS: variables, profile, role of the machine. */
export function s3Store({
  bucket,
  region,
  endpoint,
}: S3StoreOptions): ObjectStore {
  // The version here runs on all that package.json admits; that a later one will not is no news for who backs up.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const s3 = new S3Client({
    region,
    maxAttempts: 5,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
  const name = `s3://${bucket}`;
  const ask = async <Answer>(
    what: string,
    permission: string,
    answer: Promise<Answer>,
  ): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof NoSuchKey) throw error;
      throw new Error(
        `${name}, ${what}: ${explained(error, permission, region)}`,
        { cause: error },
      );
    }
  };
  const pages = async (
    prefix: string,
    delimiter?: string,
  ): Promise<readonly ListObjectsV2CommandOutput[]> => {
    const found: ListObjectsV2CommandOutput[] = [];
    let token: string | undefined;
    do {
      const page: ListObjectsV2CommandOutput = await ask(
        `list ${prefix}`,
        "s3:ListBucket",
        s3.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            Delimiter: delimiter,
            ContinuationToken: token,
          }),
        ),
      );
      found.push(page);
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return found;
  };
  return {
    name,
    put: async (key, content) => {
      await ask(
        `put ${key}`,
        "s3:PutObject",
        s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: content,
            ContentType: "application/json",
            // S3 refuses what arrives otherwise than it was sent.
            ChecksumSHA256: createHash("sha256")
              .update(content)
              .digest("base64"),
          }),
        ),
      );
    },
    get: async (key) => {
      try {
        const { Body } = await ask(
          `get ${key}`,
          "s3:GetObject",
          s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })),
        );
        return Body === undefined
          ? undefined
          : Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    list: async (prefix) =>
      (await pages(prefix)).flatMap(({ Contents = [] }) =>
        Contents.flatMap(({ Key }) => Key ?? []),
      ),
    folders: async (prefix) =>
      (await pages(prefix, "/")).flatMap(({ CommonPrefixes = [] }) =>
        CommonPrefixes.flatMap(
          ({ Prefix = "" }) => Prefix.slice(prefix.length, -1) || [],
        ),
      ),
  };
}

function explained(error: unknown, permission: string, region: string): string {
  if (!(error instanceof S3ServiceException)) {
    const { name, message } = error as Error;
    return name === "CredentialsProviderError"
      ? "nobody is signed in to AWS: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
      : `cannot be reached, ${message || name}`;
  }
  const status = error.$metadata.httpStatusCode ?? 0;
  switch (error.name) {
    case "NoSuchBucket":
      return "there is no such bucket; npx monitoring apply creates it with the environment";
    case "PermanentRedirect":
    case "AuthorizationHeaderMalformed":
    case "IllegalLocationConstraintException":
      return `the bucket lies in another region than "${region}", which the environment's storage says`;
    case "AccessDenied":
      return `forbidden: who asks needs ${permission} on this bucket, and on its key where it is encrypted with one`;
    default:
      return `${status} ${error.name}: ${error.message}`;
  }
}
