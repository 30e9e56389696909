import { Annotation as GrafanaAnnotation } from "@cdktf/provider-grafana/lib/annotation";
import { Construct } from "constructs";
import type { Dashboard } from "./dashboard";
import { duplicatesIn } from "monitoring-as-code";
import { rejectInvalidProps } from "./invalid-props";
import { terraformText } from "./terraform-json";

export interface AnnotationProps {
  readonly text: string;
  /** `"2026-01-31T08:00:00Z"`: UTC, whole seconds, because any other spelling comes back changed. */
  readonly time: string;
  /** As `time`, and after it. @default - a moment, not a span */
  readonly timeEnd?: string;
  /** @default [] */
  readonly tags?: readonly string[];
  /** Where it is shown. @default - wherever its tags are asked for */
  readonly dashboard?: Dashboard;
}

/**
 * Defines a note on the time axis, such as a migration or a campaign. Terraform must run with `TZ=UTC`: the provider writes
 * the time into the state in the machine's zone, and the apply fails where that is not the zone of the configuration.
 */
export class Annotation extends Construct {
  constructor(scope: Construct, id: string, props: AnnotationProps) {
    super(scope, id);
    const { text, time, timeEnd, tags = [], dashboard } = props;
    rejectInvalidProps(this, problemsIn(props));
    new GrafanaAnnotation(this, "annotation", {
      text: terraformText(text),
      time,
      ...(timeEnd === undefined ? {} : { timeEnd }),
      ...(tags.length === 0 ? {} : { tags: tags.map(terraformText).sort() }),
      ...(dashboard === undefined ? {} : { dashboardUid: dashboard.uid }),
    });
  }
}

function problemsIn({
  text,
  time,
  timeEnd,
  tags = [],
}: AnnotationProps): readonly string[] {
  const times = Object.entries(
    timeEnd === undefined ? { time } : { time, timeEnd },
  );
  return [
    ...(text.trim() === "" ? [`'text' must not be empty, got "${text}"`] : []),
    ...times
      .filter(([, value]) => !isUtcTime(value))
      .map(
        ([prop, value]) =>
          `'${prop}' must be a time in UTC such as "2026-01-31T08:00:00Z", got "${value}"`,
      ),
    // Times of this form sort like the moments they stand for.
    ...(timeEnd !== undefined && timeEnd <= time
      ? [`'timeEnd' must be after 'time' (${time}), got "${timeEnd}"`]
      : []),
    ...duplicatesIn(tags).map(
      (tag) => `'tags' must not repeat a tag, got "${tag}" twice`,
    ),
  ];
}

function isUtcTime(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    // Days that a month does not have are carried over into the next one.
    new Date(text).toISOString() === text.replace("Z", ".000Z")
  );
}
