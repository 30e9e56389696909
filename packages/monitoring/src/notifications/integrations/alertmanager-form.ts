import type { Secret } from "../../model/secret";
import type { SmtpSettings } from "../../model/smtp-settings";
import type { AlertmanagerFields } from "./alertmanager-fields";

/** How Alertmanager has a kind of integration: where, what it means by fields that are missing, writing and reading. */
export interface AlertmanagerForm<I> {
  /** The key of a receiver that holds such integrations: `slack_configs`. */
  readonly section: string;
  /** Whether the end of an alert is notified too, unless the file says otherwise. */
  readonly sendResolved: boolean;
  /** Fields with a value that must not be written down; each may be `<field>_file` instead. */
  readonly secrets: readonly string[];
  /** Fields that come from `global` when they are missing: field to global field. */
  readonly inherited: Readonly<Record<string, string>>;
  /** Values that mean the same as a missing field. */
  readonly defaults: Readonly<Record<string, string>>;
  /** The same for the entries of a map inside, by its field. @default {} */
  readonly mapDefaults?: Readonly<
    Record<
      string,
      (
        fields: Readonly<Record<string, unknown>>,
      ) => Readonly<Record<string, string>>
    >
  >;
  /** Whether requests go out by `http_config`. */
  readonly http: boolean;
  /** Entries of the section. Secrets are names of files; what has no file, or no place at all, is left out. */
  write(integration: I, context: AlertmanagerContext): AlertmanagerConfigs;
  /** An entry of the section; `undefined` where the model cannot say it, which is listed. */
  read(fields: AlertmanagerFields): I | undefined;
}

/** Why Alertmanager does not have an integration. */
export interface NotInAlertmanager {
  readonly omitted: string;
}

/** What a configuration of Alertmanager holds; `undefined` leaves a key out. */
export type ConfigValue =
  | string
  | number
  | boolean
  | undefined
  | readonly ConfigValue[]
  | { readonly [key: string]: ConfigValue };

/** Entries of a section, or why there are none. */
export type AlertmanagerConfigs = readonly ConfigValue[] | NotInAlertmanager;

/** What an integration is written with. A field that is not given is written as nothing and not noted. */
export interface AlertmanagerContext {
  /** The second part of Alertmanager's version: 25 for 0.25. */
  readonly minor: number;
  /** The server that sends e-mail. */
  readonly smtp: SmtpSettings | undefined;
  /** A text with templates; left out where Alertmanager does not know a function, field or template that it uses. */
  text(field: string, value: string | undefined): string | undefined;
  /** A field that exists since 0.`minor`. */
  since<T>(minor: number, field: string, value: T | undefined): T | undefined;
  /** Fields that Alertmanager has in no version. */
  unknown(fields: Readonly<Record<string, unknown>>): void;
}

/** Where the values of secrets lie beside Alertmanager. */
export const secretFolder = "/etc/alertmanager/secrets/";

/** The file that holds the value of a secret, where Alertmanager runs. */
export function secretFile({ secret }: Secret): string {
  return `${secretFolder}${secret}`;
}

/** Left out because it, or reading its secret from a file, came with a later version. */
export function needsVersion(minor: number, what: string): NotInAlertmanager {
  return { omitted: `${what} needs Alertmanager 0.${minor}` };
}

/** Fields whose default is the template that Alertmanager brings along for it: field to the last part of its name. */
export function defaultTemplates(
  kind: string,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, name]) => [
      field,
      `{{ template "${kind}.default.${name}" . }}`,
    ]),
  );
}
