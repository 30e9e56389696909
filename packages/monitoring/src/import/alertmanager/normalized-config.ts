import { holdsAlways } from "./silence-always";
import type { ConfigMap } from "./alertmanager-document";
import {
  nobody,
  normalizedInhibition,
  normalizedRoute,
  type RouteNames,
} from "./normalized-route";
import type { UsedTemplates } from "./read-templates";
import type { ResolvedConfig } from "./resolved-config";

/** What the normal form needs to know besides the configuration. */
export interface ConfigNormalization extends UsedTemplates {
  /** Paths of receivers and integrations that are left out, because they are listed. */
  readonly leftOut: ReadonlySet<string>;
  /**
   * The place in the original of the integration that is rendered as the nth of its kind; what is left out leaves a gap.
   * @default - the integration's own place
   */
  readonly placeOf?: (receiver: string, section: string, nth: number) => number;
}

/**
 * The one definition of when two configurations of Alertmanager say the same: when they are equal after this. It is done
 * to both sides, on what `resolvedConfig` makes of them: settings of `global` stand where they apply, secrets are files of
 * this project, defaults are left out.
 *
 * - Receivers and time intervals are found by name; integrations of one kind keep their order.
 * - A route says all that it inherits: receiver, grouping and waits. The order of matchers and of labels has no meaning.
 *   `match`, `match_re` and `matchers` are the same thing.
 * - A route tells nobody when its receiver has no integration, or when it is muted by a time interval that always holds:
 *   the two are the same, and neither such receivers nor such intervals are kept.
 * - A receiver of which nothing could be said is the root's.
 * - Durations are lengths. An inhibition without a name has none on either side; see `alertmanagerRoundTrip`.
 * - Templates are compared by the name of their file and their text.
 * - Everything else stays as it is, also fields that nobody knows.
 */
export function normalizedConfig(
  config: ResolvedConfig,
  { templates, missing, leftOut, placeOf }: ConfigNormalization,
): ConfigMap {
  const told = config.receivers.filter(({ entries }) => entries.length > 0);
  const root = config.route.receiver;
  const names: RouteNames = {
    receiverOf: (name) => {
      const receiver = config.receivers.find((known) => known.name === name);
      if (receiver === undefined) return name;
      if (receiver.entries.length === 0) return nobody;
      return leftOut.has(receiver.path) ? root : name;
    },
    always: new Set(
      config.timings
        .filter(({ intervals }) => holdsAlways(intervals))
        .map(({ name }) => name),
    ),
  };
  return {
    ...config.fields,
    global: {
      ...config.global,
      ...Object.fromEntries(
        Object.entries(config.smtp).map(([field, value]) => [
          `smtp_${field}`,
          value,
        ]),
      ),
    },
    templates: Object.fromEntries([
      ...templates.map(({ name, template }) => [name, template]),
      ...missing.map((pattern) => [pattern, "a pattern of files"]),
    ]) as ConfigMap,
    receivers: Object.fromEntries(
      told
        .filter(({ path }) => !leftOut.has(path))
        .map(({ name, entries, fields }) => [
          name,
          { ...fields, ...sectionsOf(entries, leftOut, placeOf) },
        ]),
    ),
    route: normalizedRoute(config.route, names),
    time_intervals: Object.fromEntries(
      config.timings
        .filter(({ name }) => !names.always.has(name))
        .map(({ name, intervals, fields }) => [
          name,
          { ...fields, time_intervals: intervals.map(normalizedInterval) },
        ]),
    ),
    inhibit_rules: config.inhibitions.map(normalizedInhibition),
  };
}

/** Integrations by their place in the list of their kind; those that are left out leave a gap, so that places stay. */
function sectionsOf(
  entries: ResolvedConfig["receivers"][number]["entries"],
  leftOut: ReadonlySet<string>,
  placeOf?: ConfigNormalization["placeOf"],
): ConfigMap {
  const sections: Record<string, unknown[]> = {};
  for (const { receiver, section, path, fields, raw, index } of entries) {
    if (placeOf === undefined && leftOut.has(path)) continue;
    const place = placeOf?.(receiver, section, index) ?? index;
    (sections[section] ??= [])[place] = fields ?? raw;
  }
  return sections;
}

/** Names of days and months have no capitals. */
function normalizedInterval(interval: ConfigMap): ConfigMap {
  return Object.fromEntries(
    Object.entries(interval).map(([field, value]) => [
      field,
      ["weekdays", "months"].includes(field) && Array.isArray(value)
        ? value.map((name: unknown) =>
            typeof name === "string" ? name.toLowerCase() : name,
          )
        : value,
    ]),
  );
}
