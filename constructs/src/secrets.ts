import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { Secret } from "monitoring-as-code";
import { claimProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";

/**
 * Defines the sensitive variables of a stack, one for each secret that something in it asks for. Terraform fills them
 * from `TF_VAR_<name>`; a value never gets into a synthesized file, because none exists during synth.
 */
export class Secrets extends Construct {
  private readonly descriptions = new Map<string, string>();
  private readonly variables = new Map<string, TerraformVariable>();

  constructor(scope: Construct, id: string) {
    super(scope, id);
    rejectInvalidProps(
      this,
      claimProblems(this, "set of secrets", ["of the stack"]),
    );
  }

  /** The token that stands for the value of `secret`. Throws when its name is no name of a variable, or describes two things. */
  for(secret: Secret): string {
    const known = this.variables.get(secret.secret);
    rejectInvalidProps(
      this,
      problemsIn(secret, this.descriptions.get(secret.secret)),
    );
    return (known ?? this.define(secret)).stringValue;
  }

  private define({ secret, description }: Secret): TerraformVariable {
    const variable = new TerraformVariable(this, secret, {
      type: "string",
      sensitive: true,
      nullable: false,
      description,
      validation: [
        {
          // Terraform takes a variable that is set but empty: the mistake would show when the first alert goes nowhere.
          condition: `\${length(trimspace(var.${secret})) > 0}`,
          errorMessage: `${secret} must not be empty: ${description}.`,
        },
      ],
    });
    variable.overrideLogicalId(secret);
    this.descriptions.set(secret, description);
    this.variables.set(secret, variable);
    return variable;
  }
}

function problemsIn(
  { secret, description }: Secret,
  described: string | undefined,
): readonly string[] {
  return [
    ...(/^[a-z][a-z0-9_]*$/.test(secret)
      ? []
      : [
          `'secret' must be lower-case letters, digits and underscores, starting with a letter, got "${secret}"`,
        ]),
    ...(description.trim() === ""
      ? [`'description' of secret "${secret}" must say what to fill in, got ""`]
      : []),
    ...(described === undefined || described === description
      ? []
      : [
          `secret "${secret}" must stand for one thing, got the descriptions "${described}" and "${description}"`,
        ]),
  ];
}
