import { Slo as GrafanaSloResource } from "@cdktf/provider-grafana/lib/slo";
import { Annotations, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import {
  grafanaSloProblems,
  objectiveFraction,
  successRatio,
} from "monitoring-as-code/rules";
import {
  systemLabel,
  systemScope,
  type Scope,
  type Labels,
  type Slo,
  refusedBy,
  sortedKeys,
  uidOf,
  warningsIn,
} from "monitoring-as-code";
import { sloLabel } from "monitoring-as-code/slo";
import { claimProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";
import { datasourceProblems } from "./rule-data";

export interface GrafanaSloProps {
  readonly slo: Slo;
  /** The system that it is an SLO of. */
  readonly systemId: string;
  /** `all` where its queries see every system. @default "own" */
  readonly observes?: "own" | "all";
  /** How the project tells the metrics of systems apart. @default { label: "system" } */
  readonly scope?: Scope;
  /** Fixed uid of the datasource that is read and written to. */
  readonly prometheusUid: string;
  /** The folder's uid, as a token of the folder. @default - Grafana's own folder for SLOs */
  readonly folderUid?: string;
  /** What must exist first: the datasource. @default [] */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Defines an SLO as Grafana Cloud has it, which makes recordings, alerts and a dashboard of it by itself. Fast burns are
 * `critical`, slow ones `warning`, so that the routing tree treats them as it treats tiers of rule groups.
 */
export class GrafanaSlo extends Construct {
  readonly resource: GrafanaSloResource;
  /** The same in every environment. */
  readonly uuid: string;

  constructor(scope: Construct, id: string, props: GrafanaSloProps) {
    super(scope, id);
    const { slo, systemId, observes = "own", prometheusUid } = props;
    const { folderUid, dependsOn = [] } = props;
    const matcher = systemScope({ id: systemId, observes }, props.scope);
    this.uuid = uidOf(systemId, slo.id);
    const problems = grafanaSloProblems(slo);
    rejectInvalidProps(this, [
      ...datasourceProblems({ prometheusUid }),
      ...refusedBy("grafana", problems),
      ...claimProblems(this, "SLO", [this.uuid]),
    ]);
    for (const warning of warningsIn(problems))
      Annotations.of(this).addWarning(warning);

    const labels = {
      ...slo.labels,
      [sloLabel]: slo.id,
      [systemLabel]: systemId,
      service: slo.service,
      team: slo.team,
    };
    this.resource = new GrafanaSloResource(this, "slo", {
      uuid: this.uuid,
      name: literal(slo.title),
      description: literal(slo.description),
      folderUid,
      destinationDatasource: [{ uid: prometheusUid }],
      query: [
        {
          type: "freeform",
          freeform: [{ query: literal(successRatio(slo, matcher)) }],
        },
      ],
      objectives: [{ value: objectiveFraction(slo), window: slo.period }],
      label: pairs(labels),
      alerting: [
        {
          label: pairs({ [systemLabel]: systemId, team: slo.team }),
          annotation: pairs({
            summary: `${slo.title}: the error budget burns`,
          }),
          fastburn: [{ label: pairs({ severity: "critical" }) }],
          slowburn: [{ label: pairs({ severity: "warning" }) }],
        },
      ],
      dependsOn: dependsOn.length === 0 ? undefined : [...dependsOn],
    });
  }
}

function pairs(labels: Labels): { key: string; value: string }[] {
  return Object.entries(sortedKeys(labels)).map(([key, value]) => ({
    key: literal(key),
    value: literal(value),
  }));
}
