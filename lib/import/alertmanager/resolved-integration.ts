import type { Secret } from "../../model/secret";
import { isMap, valueAt } from "../difference";
import type { ImportProblems } from "../import-problems";
import { millisecondsIn } from "../prometheus-duration";
import type { ConfigMap } from "./alertmanager-document";
import {
  globalDefaults,
  httpDefaults,
  httpSecrets,
  pagerdutyDetails,
  sectionFacts,
  type SectionFacts,
} from "./integration-facts";
import {
  secretPath,
  type SecretNames,
  type SecretSource,
} from "./secret-names";

/** What integrations are resolved with. */
export interface ResolveContext {
  readonly global: ConfigMap;
  readonly secrets: SecretNames;
  readonly problems: ImportProblems;
  /** Fields of `global` that something uses; added to. */
  readonly used: Set<string>;
}

/** Where an integration stands. */
export interface IntegrationPlace {
  readonly receiver: string;
  readonly section: string;
  /** `receivers["on-call"].slack_configs[0]` */
  readonly path: string;
}

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

/**
 * An integration with everything that it means: inherited from `global`, secrets as files of this project
 * (`api_url_file`), `send_resolved` said, other defaults left out. `undefined` for kinds that the model does not know.
 */
export function resolvedIntegration(
  raw: ConfigMap,
  place: IntegrationPlace,
  context: ResolveContext,
): ConfigMap | undefined {
  const facts = sectionFacts[place.section];
  if (facts === undefined) return undefined;
  const inherited = withInherited(raw, place, facts, context);
  const secret = withSecretFiles(inherited, place, context);
  const { send_resolved, ...fields } = secret;
  return {
    send_resolved:
      send_resolved === undefined
        ? String(facts.sendResolved)
        : spelled("send_resolved", send_resolved),
    ...withoutDefaults(fields, facts.defaults, place.section),
  };
}

/** Secrets of the section as the resolved integration names them. */
export function secretFields({ section }: IntegrationPlace): readonly string[] {
  const facts = sectionFacts[section];
  return facts === undefined
    ? []
    : [...facts.secrets, ...(facts.http ? httpSecrets : [])];
}

function withInherited(
  raw: ConfigMap,
  { section }: IntegrationPlace,
  { inherited, http, secrets }: SectionFacts,
  { global, used }: ResolveContext,
): ConfigMap {
  const result: Record<string, unknown> = { ...raw };
  const take = (field: string, from: string): void => {
    if (global[from] === undefined) return;
    result[field] = global[from];
    used.add(from);
  };
  // A token is another way to Slack than a webhook: either keeps the other from being inherited.
  const hasOwn = (field: string): boolean =>
    [field, ...(section === "slack_configs" ? secrets : [])].some(
      (key) => raw[key] !== undefined || raw[`${key}_file`] !== undefined,
    );
  for (const [field, from] of Object.entries(inherited)) {
    if (hasOwn(field)) continue;
    take(field, from);
    if (secrets.includes(field)) take(`${field}_file`, `${from}_file`);
  }
  if (http && raw.http_config === undefined) take("http_config", "http_config");
  const config = result.http_config;
  if (isMap(config)) result.http_config = modernHttp(config);
  return result;
}

/** `bearer_token` is how `authorization` used to be written. */
function modernHttp({
  bearer_token,
  bearer_token_file,
  ...config
}: ConfigMap): ConfigMap {
  if (bearer_token === undefined && bearer_token_file === undefined)
    return config;
  return {
    ...config,
    authorization: {
      ...(bearer_token === undefined ? {} : { credentials: bearer_token }),
      ...(bearer_token_file === undefined
        ? {}
        : { credentials_file: bearer_token_file }),
    },
  };
}

function withSecretFiles(
  fields: ConfigMap,
  place: IntegrationPlace,
  { secrets, problems }: ResolveContext,
): ConfigMap {
  const kind = place.section.replace(/_configs$/, "");
  // With a token of its own, the address of Slack is no webhook.
  const http = fields.http_config;
  const isPlain = (field: string): boolean =>
    field === "api_url" &&
    place.section === "slack_configs" &&
    isMap(http) &&
    valueAt(http, "authorization") !== undefined;
  return secretFields(place)
    .filter((field) => !isPlain(field))
    .reduce(
      (resolved, field) =>
        replacedSecret(resolved, field.split("."), {
          path: `${place.path}.${field}`,
          problems,
          name: (source) =>
            secrets.named(source, `${place.path}.${field}`, [
              place.receiver,
              kind,
              field.split(".").at(-1) ?? field,
            ]),
        }),
      fields,
    );
}

interface SecretNaming {
  readonly path: string;
  readonly problems: ImportProblems;
  readonly name: (source: SecretSource) => Secret;
}

/** `map` with the secret at a path of fields as a file of this project. */
export function replacedSecret(
  map: ConfigMap,
  [field = "", ...inner]: readonly string[],
  naming: SecretNaming,
): ConfigMap {
  if (inner.length > 0) {
    const nested = valueAt(map, field);
    return isMap(nested)
      ? { ...map, [field]: replacedSecret(nested, inner, naming) }
      : map;
  }
  const file = `${field}_file`;
  const { [field]: literal, [file]: path, ...others } = map;
  if (literal !== undefined && path !== undefined)
    naming.problems.say(naming.path, `must be ${field} or ${file}, got both`);
  const source =
    typeof path === "string"
      ? { file: path }
      : typeof literal === "string"
        ? { literal }
        : undefined;
  return source === undefined
    ? map
    : { ...others, [file]: secretPath(naming.name(source)) };
}

function withoutDefaults(
  fields: ConfigMap,
  defaults: Readonly<Record<string, string>>,
  section: string,
): ConfigMap {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, given]): [string, unknown][] => {
      const value =
        field === "http_config" && isMap(given)
          ? httpWithoutDefaults(given)
          : spelled(field, given);
      if (value === undefined) return [];
      if (
        field === "details" &&
        section === "pagerduty_configs" &&
        isMap(value)
      ) {
        const details = without(value, pagerdutyDetails);
        return Object.keys(details).length > 0 ? [[field, details]] : [];
      }
      if (field === "sigv4" && isMap(value))
        return sigv4WithoutDefaults(value, fields.topic_arn);
      if (field === "headers" && section === "email_configs" && isMap(value))
        return emailHeaders(value);
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
function emailHeaders(headers: ConfigMap): [string, unknown][] {
  const canonical = Object.entries(headers).map(([name, value]) => [
    name
      .toLowerCase()
      .replace(
        /(^|-)([a-z])/g,
        (_, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`,
      ),
    value,
  ]);
  const kept = without(Object.fromEntries(canonical) as ConfigMap, {
    Subject: '{{ template "email.default.subject" . }}',
  });
  return Object.keys(kept).length > 0 ? [["headers", kept]] : [];
}

/** The region of a topic is the fourth part of its name. */
function sigv4WithoutDefaults(
  sigv4: ConfigMap,
  topic: unknown,
): [string, unknown][] {
  const region = typeof topic === "string" ? topic.split(":")[3] : undefined;
  const { region: given, ...others } = sigv4;
  const kept = {
    ...(given === undefined || given === region ? {} : { region: given }),
    ...others,
  };
  return Object.keys(kept).length > 0 ? [["sigv4", kept]] : [];
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
