import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "monitoring-as-code";
import { defineAwsProvider } from "./aws-provider";
import { defineBackend } from "./backends";
import { rejectInvalidProps } from "./invalid-props";
import { PrivateBucket } from "./private-bucket";

export interface StateStackProps {
  /** Several may keep their states in one bucket: each has a key of its own. */
  readonly environments: readonly Pick<Environment, "name" | "state">[];
}

/**
 * Defines the buckets in which Terraform keeps the states of the environments. Deployed once, before them. Its own state
 * is a local file, because a state cannot lie in a bucket that it defines: keep the file, or import the buckets again.
 */
export class StateStack extends TerraformStack {
  constructor(scope: Construct, id: string, { environments }: StateStackProps) {
    super(scope, id);
    const regions = regionsOf(environments);
    rejectInvalidProps(this, problemsIn(environments));
    defineBackend(this, id, { kind: "local" });
    const providers = new Map<string, AwsProvider>();
    const buckets = new Construct(this, "buckets");
    for (const [name, region] of regions) {
      const provider =
        providers.get(region) ??
        defineAwsProvider(this, `aws-${region}`, { region, alias: region });
      providers.set(region, provider);
      new PrivateBucket(buckets, name, {
        name,
        // A state that an apply has broken is often missed only weeks later.
        oldVersionsDays: 90,
        provider,
      });
    }
  }
}

/** Region of each bucket, by its name. */
function regionsOf(
  environments: StateStackProps["environments"],
): ReadonlyMap<string, string> {
  return new Map(
    environments.flatMap(({ state }) =>
      state.kind === "s3" ? [[state.bucket, state.region] as const] : [],
    ),
  );
}

function problemsIn(
  environments: StateStackProps["environments"],
): readonly string[] {
  const regions = regionsOf(environments);
  return environments.flatMap(({ name, state }) => {
    if (state.kind !== "s3") return [];
    const region = regions.get(state.bucket);
    return region === state.region
      ? []
      : [
          `bucket "${state.bucket}" must lie in one region, got "${state.region}" from environment "${name}" and "${region}" from another`,
        ];
  });
}
