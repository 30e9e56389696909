import { isMap } from "../difference";
import { millisecondsIn } from "../prometheus-duration";
import type { ConfigMap } from "./alertmanager-document";
import type { AlertmanagerForm } from "../../notifications/integrations/alertmanager-form";
import type { Integration } from "../../notifications/integrations/integration";

/** What `http_config` means when it does not say otherwise. */
const httpDefaults: Readonly<Record<string, string>> = {
  follow_redirects: "true",
  enable_http2: "true",
  proxy_from_environment: "false",
};

/** What `global` means when it does not say otherwise. */
export const globalDefaults: Readonly<Record<string, string>> = {
  resolve_timeout: "5m",
  smtp_hello: "localhost",
  smtp_require_tls: "true",
};

const booleans = new Set([
  "send_resolved",
  "short_fields",
  "link_names",
  "html",
  "monospace",
  "disable_notifications",
  "update_alerts",
  "require_tls",
  "follow_redirects",
  "enable_http2",
  "proxy_from_environment",
]);
const durations = new Set(["retry", "expire", "timeout", "reopen_duration"]);

/** The fields of an integration that say something else than nothing would. */
export function withoutDefaults(
  fields: ConfigMap,
  { defaults, mapDefaults = {} }: AlertmanagerForm<Integration>,
): ConfigMap {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, given]): [string, unknown][] => {
      const value =
        field === "http_config" && isMap(given)
          ? httpWithoutDefaults(given)
          : spelled(field, given);
      if (value === undefined) return [];
      const inner = Object.hasOwn(mapDefaults, field)
        ? mapDefaults[field]
        : undefined;
      if (inner !== undefined && isMap(value)) {
        const kept = without(
          field === "headers" ? canonicalHeaders(value) : value,
          inner(fields),
        );
        return Object.keys(kept).length > 0 ? [[field, kept]] : [];
      }
      const unset = Object.hasOwn(defaults, field)
        ? defaults[field]
        : undefined;
      const isDefault =
        unset !== undefined && isSame(value, spelled(field, unset));
      // An address of everybody that is empty is that of nobody in particular, as the default is.
      const isNobody = field === "to_user" && value === "";
      return isDefault || isNobody ? [] : [[field, value]];
    }),
  );
}

/** Headers have one spelling: `Subject`. */
function canonicalHeaders(headers: ConfigMap): ConfigMap {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name
        .toLowerCase()
        .replace(
          /(^|-)([a-z])/g,
          (_, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`,
        ),
      value,
    ]),
  );
}

function httpWithoutDefaults(config: ConfigMap): ConfigMap | undefined {
  const kept = Object.fromEntries(
    Object.entries(config).flatMap(([field, given]): [string, unknown][] => {
      const value = spelled(field, given);
      if (Object.hasOwn(httpDefaults, field) && httpDefaults[field] === value)
        return [];
      if (field === "authorization" && isMap(value))
        return [[field, without(value, { type: "Bearer" })]];
      const isEmpty = isMap(value) && Object.keys(value).length === 0;
      return isEmpty ? [] : [[field, value]];
    }),
  );
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** `map` without the fields that say what `defaults` say. */
export function without(
  map: ConfigMap,
  defaults: Readonly<Record<string, string>>,
): ConfigMap {
  return Object.fromEntries(
    Object.entries(map).filter(
      ([field, value]) =>
        !Object.hasOwn(defaults, field) ||
        !isSame(spelled(field, value), spelled(field, defaults[field])),
    ),
  );
}

/** Templates are the same whatever blanks their braces hold; addresses with and without a slash at their end. */
function isSame(value: unknown, unset: unknown): boolean {
  if (typeof value !== "string" || typeof unset !== "string") return false;
  const bare = (text: string): string =>
    text.replaceAll(/\s+/g, "").replace(/^(https?:.*)\/$/, "$1");
  return bare(value) === bare(unset);
}

/** One spelling for what is true or false, and for durations in milliseconds. */
export function spelled(field: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (booleans.has(field) || field === "continue") return spelledFlag(value);
  const isDuration = durations.has(field) || field === "resolve_timeout";
  const milliseconds = isDuration ? millisecondsIn(value) : undefined;
  return milliseconds === undefined ? value : `${milliseconds}ms`;
}

/** `true` or `false` for the other words that YAML once had for them; anything else stays. */
export function spelledFlag<T extends string | undefined>(
  value: T,
): T | "true" | "false" {
  if (value === undefined) return value;
  if (/^(true|yes|on|y)$/i.test(value)) return "true";
  return /^(false|no|off|n)$/i.test(value) ? "false" : value;
}

/** The fields of `global` that no integration takes over and that say something. */
export function globalLeft(
  global: ConfigMap,
  used: ReadonlySet<string>,
): ConfigMap {
  return without(
    Object.fromEntries(
      Object.entries(global).filter(([field]) => !used.has(field)),
    ),
    globalDefaults,
  );
}
