import type { MuteTiming } from "../../model/mute-timing";
import type { Receiver } from "../../model/receiver";
import type { RootRoute, Route } from "../../model/route";
import { ConfigFields, type ConfigReading } from "./config-fields";
import type { ConfigMap } from "./alertmanager-document";
import { given } from "../../notifications/integrations/alertmanager-fields";
import { readMatchers } from "./read-matchers";

/** What routes refer to by name. */
export interface RouteContext {
  readonly reading: ConfigReading;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly timings: ReadonlyMap<string, MuteTiming>;
  /** Receivers without any integration in the file. */
  readonly silent: ReadonlySet<string>;
  /** Given to routes whose receiver is silent. */
  readonly nobody: MuteTiming;
}

/** What a route inherits. */
interface Inherited {
  /** Whether the receiver is a silent one. */
  readonly isSilent: boolean;
}

/** The whole tree. The root must tell somebody, or alerts that no route takes are lost. */
export function readRootRoute(
  route: ConfigMap,
  context: RouteContext,
): RootRoute | undefined {
  const fields = new ConfigFields(route, "route", context.reading);
  const name = fields.required("receiver");
  for (const field of [
    "match",
    "match_re",
    "matchers",
    "continue",
    "mute_time_intervals",
    "active_time_intervals",
  ]) {
    if (fields.has(field))
      fields.say(
        field,
        "the root takes every alert, so it must not be there; put it on a child",
      );
  }
  const receiver = receiverNamed(name, fields, context);
  if (context.silent.has(name))
    fields.say(
      "receiver",
      `the receiver of the root must tell somebody, got "${name}" without any integration: alerts that no route takes would be lost; give it one before the import`,
    );
  const groupBy = fields.texts("group_by") ?? [];
  const waits = readWaits(fields);
  const routes = readChildren(fields, { isSilent: false }, context);
  fields.finish();
  if (receiver === undefined) return undefined;
  if (receiver.integrations.length === 0 && !context.silent.has(name))
    fields.say(
      "receiver",
      `the receiver of the root must have an integration that the model knows, got none in "${name}"`,
    );
  return {
    receiver,
    groupBy,
    groupWait: waits.groupWait ?? "30s",
    groupInterval: waits.groupInterval ?? "5m",
    repeatInterval: waits.repeatInterval ?? "4h",
    routes,
  };
}

function readRoute(
  fields: ConfigFields,
  inherited: Inherited,
  context: RouteContext,
): Route {
  const name = fields.text("receiver");
  const receiver =
    name === undefined ? undefined : receiverNamed(name, fields, context);
  const isSilent =
    name === undefined ? inherited.isSilent : context.silent.has(name);
  const muted = [
    ...timingsNamed("mute_time_intervals", fields, context),
    ...(isSilent ? [context.nobody] : []),
  ];
  const active = timingsNamed("active_time_intervals", fields, context);
  const matchers = readMatchers(fields);
  const groupBy = fields.texts("group_by");
  const waits = readWaits(fields);
  const goesOn = fields.flag("continue") === true;
  const routes = readChildren(fields, { isSilent }, context);
  return {
    matchers,
    ...given({ receiver: isSilent ? undefined : receiver, groupBy }),
    ...waits,
    ...(muted.length > 0 ? { muteTimings: muted } : {}),
    ...(active.length > 0 ? { activeTimings: active } : {}),
    ...(goesOn ? { continue: true } : {}),
    ...(routes.length > 0 ? { routes } : {}),
  };
}

function readChildren(
  fields: ConfigFields,
  inherited: Inherited,
  context: RouteContext,
): readonly Route[] {
  return (fields.maps("routes") ?? []).map((child) =>
    readRoute(child, inherited, context),
  );
}

function readWaits(
  fields: ConfigFields,
): Pick<Route, "groupWait" | "groupInterval" | "repeatInterval"> {
  return given({
    groupWait: fields.duration("group_wait"),
    groupInterval: fields.duration("group_interval"),
    repeatInterval: fields.duration("repeat_interval"),
  });
}

function receiverNamed(
  name: string,
  fields: ConfigFields,
  { receivers }: RouteContext,
): Receiver | undefined {
  const receiver = receivers.get(name);
  if (receiver === undefined && name !== "")
    fields.say(
      "receiver",
      `must be one of the receivers (${[...receivers.keys()].join(", ") || "none"}), got "${name}"`,
    );
  return receiver;
}

function timingsNamed(
  field: string,
  fields: ConfigFields,
  { timings }: RouteContext,
): readonly MuteTiming[] {
  return (fields.texts(field) ?? []).flatMap((name) => {
    const timing = timings.get(name);
    if (timing !== undefined) return [timing];
    fields.say(
      field,
      `must be time intervals of the file (${[...timings.keys()].join(", ") || "none"}), got "${name}"`,
    );
    return [];
  });
}
