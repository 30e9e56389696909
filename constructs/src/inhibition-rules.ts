import { AppsNotificationsInhibitionruleV1Beta1 } from "@cdktf/provider-grafana/lib/apps-notifications-inhibitionrule-v1beta1";
import { Annotations, type TerraformResource } from "cdktf";
import { Construct } from "constructs";
import {
  inhibitionProblems,
  sortedMatchers,
} from "monitoring-as-code/notifications";
import {
  compare,
  type Matcher,
  type InhibitionRule,
  refusedBy,
  uidOf,
} from "monitoring-as-code";
import { claimProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";

/** The first Grafana with inhibition rules of its own. */
const inhibitionsSince = 13;

export interface InhibitionRulesProps {
  readonly inhibitions: readonly InhibitionRule[];
  /** Major version of the server; below 13 it has no inhibition rules. */
  readonly grafanaVersion: number;
}

/**
 * Defines the inhibition rules of a stack where Grafana has them, and says which are left out where it has not. Grafana 13
 * stores them in any case, but applies them only with the feature toggle `alertingMultiplePolicies`, which it calls
 * experimental and which a deployment cannot see.
 * @see https://github.com/grafana/grafana/pull/124373
 */
export class InhibitionRules extends Construct {
  readonly resources: readonly TerraformResource[];
  /** Names of the rules that this Grafana cannot hold; whoever they would silence is notified. */
  readonly leftOut: readonly string[];

  constructor(scope: Construct, id: string, props: InhibitionRulesProps) {
    super(scope, id);
    const { inhibitions, grafanaVersion } = props;
    rejectInvalidProps(this, [
      ...refusedBy("grafana", inhibitionProblems(inhibitions)),
      ...claimProblems(
        this,
        "inhibition rule",
        inhibitions.map(({ name }) => name),
      ),
    ]);

    const sorted = [...inhibitions].sort((a, b) => compare(a.name, b.name));
    if (grafanaVersion < inhibitionsSince) {
      this.resources = [];
      this.leftOut = sorted.map(({ name }) => name);
      if (this.leftOut.length > 0) {
        Annotations.of(this).addWarning(
          `Grafana ${grafanaVersion} has no inhibition rules, so these are left out: ${this.leftOut.join(", ")}; take Grafana ${inhibitionsSince}, or let Alertmanager notify`,
        );
      }
      return;
    }
    this.leftOut = [];
    this.resources = sorted.map((inhibition) => this.define(inhibition));
  }

  private define({
    name,
    source,
    target,
    equal,
  }: InhibitionRule): TerraformResource {
    return new AppsNotificationsInhibitionruleV1Beta1(this, name, {
      metadata: { uid: uidOf(name) },
      spec: {
        sourceMatchers: matcherObjects(source),
        targetMatchers: matcherObjects(target),
        equal: literal([...equal].sort()),
      },
    });
  }
}

function matcherObjects(
  matchers: readonly Matcher[],
): { type: string; label: string; value: string }[] {
  return sortedMatchers(matchers).map(({ match, label, value }) => ({
    type: match,
    label: literal(label),
    value: literal(value),
  }));
}
