/**
 * Where a stack under test reaches Grafana and S3. Terraform merges a file
 * called `*_override.tf.json` over the others, so that the synthesized stack
 * itself is deployed as it is.
 */
import type { StackJson } from "./stack-variables";

/** The content of the override file. */
export function stackOverride(
  stack: StackJson,
  {
    grafana,
    s3,
  }: {
    readonly grafana?: { readonly url: string; readonly auth?: string };
    readonly s3?: { readonly endpoint: string };
  },
): object {
  const grafanaProviders = stack.provider?.["grafana"] ?? [];
  const awsProviders = stack.provider?.["aws"] ?? [];
  const backend = stack.terraform?.backend?.["s3"];
  return {
    provider: {
      ...(grafana && grafanaProviders.length > 0
        ? {
            grafana: grafanaProviders.map((of) => ({
              ...alias(of),
              url: grafana.url,
              ...(grafana.auth === undefined ? {} : { auth: grafana.auth }),
            })),
          }
        : {}),
      ...(s3 && awsProviders.length > 0
        ? {
            aws: awsProviders.map((of) => ({
              ...alias(of),
              ...withoutAws,
              s3_use_path_style: true,
              endpoints: [
                { s3: s3.endpoint, sts: s3.endpoint, kms: s3.endpoint },
              ],
            })),
          }
        : {}),
    },
    ...(s3 && backend !== undefined
      ? {
          terraform: {
            // A backend in an override file takes the place of the whole block.
            backend: {
              s3: {
                ...backend,
                ...withoutAws,
                use_path_style: true,
                endpoints: { s3: s3.endpoint },
              },
            },
          },
        }
      : {}),
  };
}

/** Nothing of what AWS itself would check or know. */
const withoutAws = {
  access_key: "e2e",
  secret_key: "e2e",
  skip_credentials_validation: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
  skip_requesting_account_id: true,
};

function alias(provider: Readonly<Record<string, unknown>>): object {
  return provider["alias"] === undefined ? {} : { alias: provider["alias"] };
}
