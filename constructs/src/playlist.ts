import { Playlist as GrafanaPlaylist } from "@cdktf/provider-grafana/lib/playlist";
import { Construct } from "constructs";
import { isDuration, secondsIn, type Duration } from "monitoring-as-code";
import type { Dashboard } from "./dashboard";
import { rejectInvalidProps } from "./invalid-props";
import { terraformText } from "./terraform-json";

export interface PlaylistProps {
  readonly name: string;
  /** Shown one after the other. */
  readonly dashboards: readonly Dashboard[];
  /** How long each is shown. @default "5m" */
  readonly interval?: Duration;
}

/** Defines a round of dashboards for a screen on the wall. */
export class Playlist extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { name, dashboards, interval = "5m" }: PlaylistProps,
  ) {
    super(scope, id);
    rejectInvalidProps(this, [
      ...(name.trim() === ""
        ? [`'name' must not be empty, got "${name}"`]
        : []),
      ...(dashboards.length === 0
        ? ["'dashboards' must hold a dashboard, got none"]
        : []),
      ...(isDuration(interval) && secondsIn(interval) > 0
        ? []
        : [
            `'interval' must be a duration above zero such as "5m", got "${interval}"`,
          ]),
    ]);
    new GrafanaPlaylist(this, "playlist", {
      name: terraformText(name),
      interval,
      // Grafana numbers items from 1 without gaps; the provider fails on any other numbers.
      item: dashboards.map(({ uid }, index) => ({
        order: index + 1,
        type: "dashboard_by_uid",
        value: uid,
      })),
    });
  }
}
