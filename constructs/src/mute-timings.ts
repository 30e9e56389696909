import { MuteTiming as GrafanaMuteTiming } from "@cdktf/provider-grafana/lib/mute-timing";
import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { compare, refusedBy, type MuteTiming } from "monitoring-as-code";
import {
  muteTimingProblems,
  orderedIntervals,
} from "monitoring-as-code/notifications";
import { claimProblems, provenanceProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";

export interface MuteTimingsProps {
  readonly muteTimings: readonly MuteTiming[];
  /** Whether they may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
}

/** Defines the mute timings of a stack, which routes are silent in, or outside of. */
export class MuteTimings extends Construct {
  /** What must exist before what refers to mute timings. */
  readonly resources: readonly TerraformResource[];
  readonly names: readonly string[];

  private readonly timings = new Map<string, GrafanaMuteTiming>();

  constructor(scope: Construct, id: string, props: MuteTimingsProps) {
    super(scope, id);
    const { muteTimings, editable = false } = props;
    rejectInvalidProps(this, [
      ...refusedBy("grafana", muteTimingProblems(muteTimings)),
      ...claimProblems(
        this,
        "mute timing",
        muteTimings.map(({ name }) => name),
      ),
      ...provenanceProblems(this, editable),
    ]);

    const sorted = [...muteTimings].sort((a, b) => compare(a.name, b.name));
    for (const { name, intervals } of sorted) {
      const timing = new GrafanaMuteTiming(this, name, {
        name: literal(name),
        intervals: orderedIntervals(intervals),
        disableProvenance: editable,
        // Grafana keeps a timing that a route is active in until the route lets it go.
        lifecycle: { createBeforeDestroy: true },
      });
      this.timings.set(name, timing);
    }
    this.names = sorted.map(({ name }) => name);
    this.resources = [...this.timings.values()];
  }

  /** The token that stands for the name of `timing`. Throws when there is none. */
  nameOf({ name }: MuteTiming): string {
    const timing = this.timings.get(name);
    if (timing === undefined) {
      throw new Error(
        `${this.node.path}: there is no mute timing "${name}", only ${this.names.join(", ") || "none"}; add it`,
      );
    }
    return timing.name;
  }
}
