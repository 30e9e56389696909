import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import {
  compare,
  refusedBy,
  type Receiver,
  type SecretTokens,
} from "monitoring-as-code";
import { allReceiverProblems } from "monitoring-as-code/notifications";
import { ContactPoint } from "./contact-point";
import { rejectInvalidProps } from "./invalid-props";
import type { MessageTemplates } from "./message-templates";

export interface ContactPointsProps {
  readonly receivers: readonly Receiver[];
  /** Gives the token that stands for the value of a secret; the stack makes the sensitive variable. */
  readonly secrets: SecretTokens;
  /** Where the templates are defined that texts name. @default - texts name built-in templates only */
  readonly templates?: MessageTemplates;
  /** Whether they may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
}

/** Defines the contact points of a stack, one for each receiver. */
export class ContactPoints extends Construct {
  /** What must exist before what refers to contact points. */
  readonly resources: readonly TerraformResource[];
  readonly names: readonly string[];

  private readonly points = new Map<string, ContactPoint>();

  constructor(scope: Construct, id: string, props: ContactPointsProps) {
    super(scope, id);
    const { receivers, templates, ...rest } = props;
    rejectInvalidProps(
      this,
      refusedBy(
        "grafana",
        allReceiverProblems(receivers, templates?.defined ?? []),
      ),
    );

    const sorted = [...receivers].sort((a, b) => compare(a.name, b.name));
    for (const receiver of sorted) {
      const point = new ContactPoint(this, receiver.name, {
        receiver,
        templates,
        ...rest,
      });
      this.points.set(receiver.name, point);
    }
    this.names = sorted.map(({ name }) => name);
    this.resources = [...this.points.values()].map(({ resource }) => resource);
  }

  /** The token that stands for the contact point of `receiver`. Throws when there is none. */
  nameOf({ name }: Receiver): string {
    const point = this.points.get(name);
    if (point === undefined) {
      throw new Error(
        `${this.node.path}: there is no contact point "${name}", only ${this.names.join(", ") || "none"}; add the receiver`,
      );
    }
    return point.name;
  }
}
