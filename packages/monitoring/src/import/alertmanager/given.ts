import type { ConfigFields } from "./config-fields";

/** An object without the keys that are undefined: what a file does not say is not written. */
export function given<T extends object>(
  fields: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** Said only where the end of an alert is not told: the model tells it, Alertmanager does not always. */
export function sendResolved(fields: ConfigFields): { sendResolved?: false } {
  return fields.flag("send_resolved") === false ? { sendResolved: false } : {};
}
