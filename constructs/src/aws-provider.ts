import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

export interface AwsProviderProps {
  readonly region: string;
  /** Tags of every resource. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
  /** Tells providers of one stack apart. @default - the stack's only provider for AWS */
  readonly alias?: string;
}

/** Defines how Terraform reaches AWS. Credentials come from the environment in which Terraform runs. */
export function defineAwsProvider(
  scope: Construct,
  id: string,
  { region, tags = {}, alias }: AwsProviderProps,
): AwsProvider {
  return new AwsProvider(scope, id, {
    region,
    ...(alias === undefined ? {} : { alias }),
    defaultTags: [{ tags: { "managed-by": "terraform", ...tags } }],
  });
}
