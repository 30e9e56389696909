import { type ImportProblems } from "../import-problems";
import { readYaml } from "../read-yaml";
import {
  alertmanagerDocument,
  type ConfigMap,
  type RawConfig,
} from "./alertmanager-document";
import {
  replacedSecret,
  resolvedIntegration,
  type IntegrationPlace,
  type ResolveContext,
} from "./resolved-integration";
import {
  globalDefaults,
  globalLeft,
  spelled,
  without,
} from "./integration-defaults";
import type { SecretNames } from "./secret-names";

/** One integration with everything that it means. */
export interface ResolvedEntry extends IntegrationPlace {
  /** `undefined` for a kind that the model does not know. */
  readonly fields: ConfigMap | undefined;
  readonly raw: ConfigMap;
  /** Its place in the list of its kind. */
  readonly index: number;
}

export interface ResolvedReceiver {
  readonly name: string;
  readonly path: string;
  readonly entries: readonly ResolvedEntry[];
  /** Everything but name and integrations. */
  readonly fields: ConfigMap;
}

/** A configuration in which everything stands where it applies. */
export interface ResolvedConfig extends Omit<RawConfig, "receivers"> {
  readonly receivers: readonly ResolvedReceiver[];
  /** The server that sends e-mail: `smarthost`, `from`, `auth_username`, `auth_password_file` and others. */
  readonly smtp: ConfigMap;
}

/**
 * Reads the documents of a configuration and writes out what it means: settings of `global` in the integrations that inherit them, one
 * server for e-mail, secrets under the names that `secrets` gives them. `global` keeps what nothing takes over.
 */
export function resolvedConfig(
  documents: readonly unknown[],
  secrets: SecretNames,
  problems: ImportProblems,
): ResolvedConfig {
  const raw = alertmanagerDocument(
    documents,
    problems,
    (inner) => readYaml(inner).documents,
  );
  const used = new Set<string>();
  const context: ResolveContext = {
    global: raw.global,
    secrets,
    used,
    problems,
  };
  const globalSmtp = smtpOf(raw.global, context);
  const receivers = raw.receivers.map(({ name, path, sections, fields }) => ({
    name,
    path,
    fields,
    entries: Object.entries(sections).flatMap(([section, list]) =>
      list.map((entry, index) => {
        const place = {
          receiver: name,
          section,
          path: `${path}.${section}[${index}]`,
        };
        const resolved = resolvedIntegration(entry, place, context);
        return { ...place, fields: resolved, raw: entry, index };
      }),
    ),
  }));
  const smtp = withShared(globalSmtp, receivers);
  return {
    ...raw,
    global: globalLeft(raw.global, used),
    smtp,
    receivers: receivers.map((receiver) => ({
      ...receiver,
      entries: receiver.entries.map((entry) =>
        entry.section === "email_configs" && entry.fields !== undefined
          ? { ...entry, fields: sentBy(entry.fields, smtp) }
          : entry,
      ),
    })),
  };
}

const serverFields = [
  "smarthost",
  "from",
  "hello",
  "auth_username",
  "auth_password_file",
  "auth_secret_file",
  "auth_identity",
  "require_tls",
  "tls_config",
  "force_implicit_tls",
];

/** The server of `global`, fields without their prefix. */
function smtpOf(global: ConfigMap, context: ResolveContext): ConfigMap {
  const { secrets, problems, used } = context;
  const withSecrets = ["smtp_auth_password", "smtp_auth_secret"].reduce(
    (map, field) =>
      replacedSecret(map, [field], {
        path: `global.${field}`,
        problems,
        name: (source) =>
          secrets.named(source, `global.${field}`, ["smtp", field.slice(5)]),
      }),
    global,
  );
  for (const field of Object.keys(global))
    if (field.startsWith("smtp_")) used.add(field);
  const defaults = Object.fromEntries(
    Object.entries(globalDefaults).map(([field, value]) => [
      field.replace(/^smtp_/, ""),
      value,
    ]),
  );
  return without(
    Object.fromEntries(
      Object.entries(withSecrets)
        .filter(([field]) => field.startsWith("smtp_"))
        .map(([field, value]) => [
          field.slice(5),
          spelled(field.slice(5), value),
        ]),
    ),
    defaults,
  );
}

/** What `global` does not say of the server but all e-mails do alike. */
function withShared(
  smtp: ConfigMap,
  receivers: readonly ResolvedReceiver[],
): ConfigMap {
  const emails = receivers
    .flatMap(({ entries }) => entries)
    .flatMap(({ section, fields }) =>
      section === "email_configs" && fields !== undefined ? [fields] : [],
    );
  const [first] = emails;
  if (first === undefined) return smtp;
  const shared = serverFields.filter(
    (field) =>
      smtp[field] === undefined &&
      first[field] !== undefined &&
      emails.every(
        (email) =>
          JSON.stringify(email[field]) === JSON.stringify(first[field]),
      ),
  );
  return {
    ...smtp,
    ...Object.fromEntries(shared.map((field) => [field, first[field]])),
  };
}

/** An e-mail without what the server says already. */
function sentBy(email: ConfigMap, smtp: ConfigMap): ConfigMap {
  return Object.fromEntries(
    Object.entries(email).filter(
      ([field, value]) =>
        !serverFields.includes(field) ||
        JSON.stringify(value) !== JSON.stringify(smtp[field]),
    ),
  );
}
