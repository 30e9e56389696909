import { MessageTemplate as GrafanaMessageTemplate } from "@cdktf/provider-grafana/lib/message-template";
import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { compare, refusedBy, type MessageTemplate } from "monitoring-as-code";
import {
  definedIn,
  messageTemplateProblems,
} from "monitoring-as-code/notifications";
import { claimProblems, provenanceProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";

export interface MessageTemplatesProps {
  readonly templates: readonly MessageTemplate[];
  /** Whether they may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
}

/** Defines the message templates of a stack: groups of Go templates that contact points name. */
export class MessageTemplates extends Construct {
  /** What must exist before what names a template. */
  readonly resources: readonly TerraformResource[];
  /** Names that `{{ template "…" }}` may use. */
  readonly defined: readonly string[];

  private readonly definedBy = new Map<string, TerraformResource>();

  constructor(scope: Construct, id: string, props: MessageTemplatesProps) {
    super(scope, id);
    const { templates, editable = false } = props;
    rejectInvalidProps(this, [
      ...refusedBy("grafana", messageTemplateProblems(templates)),
      ...claimProblems(
        this,
        "message template",
        templates.map(({ name }) => name),
      ),
      ...provenanceProblems(this, editable),
    ]);

    this.resources = [...templates]
      .sort((a, b) => compare(a.name, b.name))
      .map((template) => this.define(template, editable));
    this.defined = [...this.definedBy.keys()].sort();
  }

  /** The text that inserts the template `name` into a field of a contact point. Throws when no template defines it. */
  ref(name: string): string {
    if (!this.definedBy.has(name)) {
      throw new Error(
        `${this.node.path}: no template defines "${name}", only ${this.defined.join(", ") || "none"}; add {{ define ${JSON.stringify(name)} }}`,
      );
    }
    return `{{ template ${JSON.stringify(name)} . }}`;
  }

  /** The resources that define `names`, each once; names that are built into Grafana have none. */
  resourcesOf(names: readonly string[]): readonly TerraformResource[] {
    return this.resources.filter((resource) =>
      names.some((name) => this.definedBy.get(name) === resource),
    );
  }

  private define(
    template: MessageTemplate,
    editable: boolean,
  ): TerraformResource {
    const resource = new GrafanaMessageTemplate(this, template.name, {
      name: literal(template.name),
      template: literal(template.template),
      disableProvenance: editable,
    });
    for (const name of definedIn(template)) this.definedBy.set(name, resource);
    return resource;
  }
}
