import type { AlertGroup } from "./alert-rule";
import type { Dashboard } from "./dashboard";
import type { DataSourceDefinition } from "../data-sources/data-source";
import type { MessageTemplate } from "./message-template";
import type { Exporter, Metric, ScrapeJob } from "./metric";
import type { MuteTiming } from "./mute-timing";
import type { Receiver } from "./receiver";
import type { RecordingGroup } from "./recording-rule";
import type { InhibitionRule, Route } from "./route";
import type { Slo } from "./slo";

/** Where the alerts of one system go. Names are the system's own: they get its id as prefix when the tree is built. */
export interface SystemNotifications {
  readonly receivers: readonly Receiver[];
  /** The system's part of the tree; `system="<id>"` is matched before it. `matchers` stays empty. */
  readonly route: Route;
  /** Scoped to the system when built. @default [] */
  readonly inhibitions?: readonly InhibitionRule[];
  /** @default [] */
  readonly muteTimings?: readonly MuteTiming[];
  /** @default [] */
  readonly templates?: readonly MessageTemplate[];
}

/** Something that is watched: what it exposes, what is shown of it, what wakes somebody up. */
export interface MonitoredSystem {
  /** kebab-case; the label `system` of its targets, the uid of its folder. */
  readonly id: string;
  /** The title of its folder. */
  readonly title: string;
  readonly description: string;
  /** `all` for the monitoring of the monitoring: its queries see every system. @default "own" */
  readonly observes?: "own" | "all";
  readonly jobs: readonly ScrapeJob[];
  readonly metrics: readonly Metric[];
  readonly exporters: readonly Exporter[];
  /** Datasources of its own, beside those that all systems share. @default [] */
  readonly dataSources?: readonly DataSourceDefinition[];
  readonly dashboards: readonly Dashboard[];
  readonly alertGroups: readonly AlertGroup[];
  readonly recordingGroups: readonly RecordingGroup[];
  readonly slos: readonly Slo[];
  /** @default - its alerts go where the root of the tree sends them */
  readonly notifications?: SystemNotifications;
}
