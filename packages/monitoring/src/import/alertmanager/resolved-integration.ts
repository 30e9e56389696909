import type { Secret } from "../../model/secret";
import { isMap, valueAt } from "../difference";
import type { ImportProblems } from "../import-problems";
import type { ConfigMap } from "./alertmanager-document";
import { spelled, withoutDefaults } from "./integration-defaults";
import {
  secretFile,
  type AlertmanagerForm,
} from "../../notifications/integrations/alertmanager-form";
import type { Integration } from "../../notifications/integrations/integration";
import type { SecretNames, SecretSource } from "./secret-names";
import { formsBySection } from "./sections";

/** Secrets of every `http_config`. */
const httpSecrets: readonly string[] = [
  "http_config.authorization.credentials",
  "http_config.basic_auth.password",
  "http_config.oauth2.client_secret",
];

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

/**
 * An integration with everything that it means: inherited from `global`, secrets as files of this project
 * (`api_url_file`), `send_resolved` said, other defaults left out. `undefined` for kinds that the model does not know.
 */
export function resolvedIntegration(
  raw: ConfigMap,
  place: IntegrationPlace,
  context: ResolveContext,
): ConfigMap | undefined {
  const form = formsBySection.get(place.section);
  if (form === undefined) return undefined;
  const inherited = withInherited(raw, place, form, context);
  const secret = withSecretFiles(inherited, place, context);
  const { send_resolved, ...fields } = secret;
  return {
    send_resolved:
      send_resolved === undefined
        ? String(form.sendResolved)
        : spelled("send_resolved", send_resolved),
    ...withoutDefaults(fields, form),
  };
}

/** Secrets of the section as the resolved integration names them. */
export function secretFields({ section }: IntegrationPlace): readonly string[] {
  const form = formsBySection.get(section);
  return form === undefined
    ? []
    : [...form.secrets, ...(form.http ? httpSecrets : [])];
}

function withInherited(
  raw: ConfigMap,
  { section }: IntegrationPlace,
  { inherited, http, secrets }: AlertmanagerForm<Integration>,
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
  // With a token of its own, the address of Slack's API is no webhook.
  const isPlain = (field: string): boolean =>
    field === "api_url" &&
    place.section === "slack_configs" &&
    hasToken(fields.http_config) &&
    typeof fields.api_url === "string" &&
    fields.api_url.includes("/api/");
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

function hasToken(http: unknown): boolean {
  return isMap(http) && valueAt(http, "authorization") !== undefined;
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
    : { ...others, [file]: secretFile(naming.name(source)) };
}
