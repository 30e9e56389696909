import { ContactPoint as GrafanaContactPoint } from "@cdktf/provider-grafana/lib/contact-point";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import {
  receiverProblems,
  templatesUsedBy,
} from "monitoring-as-code/notifications";
import {
  refusedBy,
  type Receiver,
  type SecretTokens,
} from "monitoring-as-code";
import { claimProblems, provenanceProblems } from "./claims";
import { integrationBlocks } from "./integration-blocks";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";
import type { MessageTemplates } from "./message-templates";

export interface ContactPointProps {
  readonly receiver: Receiver;
  /** Gives the token that stands for the value of a secret; the stack makes the sensitive variable. */
  readonly secrets: SecretTokens;
  /** Where the templates are defined that texts name. @default - texts name built-in templates only */
  readonly templates?: MessageTemplates;
  /** Whether it may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
}

/** Defines one contact point of Grafana, with a block for each integration of its receiver. */
export class ContactPoint extends Construct {
  readonly resource: GrafanaContactPoint;

  constructor(scope: Construct, id: string, props: ContactPointProps) {
    super(scope, id);
    const { receiver, secrets, templates, editable = false } = props;
    rejectInvalidProps(this, [
      ...refusedBy(
        "grafana",
        receiverProblems(receiver, templates?.defined ?? []),
      ),
      ...claimProblems(this, "contact point", [receiver.name]),
      ...provenanceProblems(this, editable),
    ]);

    this.resource = new GrafanaContactPoint(this, "contact-point", {
      name: literal(receiver.name),
      disableProvenance: editable,
      ...literal(integrationBlocks(receiver.integrations, secrets)),
      dependsOn: templatesOf(receiver, templates),
      // Policies must be off a contact point before it goes: Grafana keeps one that is in use, at every apply.
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** The token that routes refer to it by, so that Terraform puts it before them. */
  get name(): string {
    return this.resource.name;
  }
}

function templatesOf(
  { integrations }: Receiver,
  templates: MessageTemplates | undefined,
): ITerraformDependable[] | undefined {
  const used = integrations.flatMap(templatesUsedBy);
  const resources = templates?.resourcesOf(used) ?? [];
  return resources.length === 0 ? undefined : [...resources];
}
