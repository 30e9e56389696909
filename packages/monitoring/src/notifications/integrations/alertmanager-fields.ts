import type { Duration } from "../../model/duration";
import type { Secret } from "../../model/secret";
import { holdsSecret } from "./holds-secret";

/**
 * The fields of one map in a configuration of Alertmanager, each read at most once. What nobody read is listed as left
 * out, so that an import drops nothing without a word.
 */
export interface AlertmanagerFields {
  /** Whether the field is there and was not read yet. */
  has(field: string): boolean;
  /** Whether the field is a text that was not read yet. */
  isText(field: string): boolean;
  text(field: string): string | undefined;
  /** A text that must be there; `""` where it is not, which is a problem. */
  required(field: string): string;
  /** A text with templates; left out and listed where Alertmanager cannot read it. */
  template(field: string): string | undefined;
  secret(field: string): Secret | undefined;
  flag(field: string): boolean | undefined;
  number(field: string): number | undefined;
  /** A duration; one that is no whole number of seconds is listed. */
  duration(field: string): Duration | undefined;
  /** A list of texts, `undefined` where there is none. */
  texts(field: string): readonly string[] | undefined;
  /** The fields of a map inside; what is left of them is listed with the rest. */
  map(field: string): AlertmanagerFields | undefined;
  /** The fields of each map in a list inside. */
  maps(field: string): readonly AlertmanagerFields[] | undefined;
  /** All fields that are left, as texts; those that are none stay, and are listed, as do those that `unlike` matches. */
  restAsTexts(unlike?: RegExp): Readonly<Record<string, string>>;
  /** The names of the fields that are left. */
  names(): readonly string[];
  /** Lists a field that was read and cannot be said; `""` is the whole. */
  list(field: string, what: string, why: string): void;
  /** A problem with a field. */
  say(field: string, message: string): void;
}

/** An object without the keys that are undefined: what a file does not say is not written. */
export function given<T extends object>(
  fields: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** Said only where the end of an alert is not notified: the model notifies it, Alertmanager does not always. */
export function sendResolved(fields: AlertmanagerFields): {
  sendResolved?: false;
} {
  return fields.flag("send_resolved") === false ? { sendResolved: false } : {};
}

/** A secret that Alertmanager demands. */
export function needed(fields: AlertmanagerFields, field: string): undefined {
  fields.say(field, `${field} or ${field}_file must be there, got nothing`);
}

/** An address that may stand in the source; one that seems to hold a secret is listed instead, without it. */
export function clearAddress(
  fields: AlertmanagerFields,
  field: string,
  address: string,
): string | undefined {
  if (!holdsSecret(address)) return address;
  fields.list(
    field,
    `an address that seems to hold a secret`,
    "addresses are written in clear here, so it is not taken over; give the other side one without",
  );
  return undefined;
}
