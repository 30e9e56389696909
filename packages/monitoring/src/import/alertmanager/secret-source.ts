import type { Integration } from "../../notifications/integrations/integration";
import type { Receiver } from "../../model/receiver";
import { isSecret, type Secret } from "../../model/secret";
import { call, Code, constantName, type SourceValue } from "../source";

/** A secret with a constant of its own. */
export interface SharedSecret {
  readonly name: string;
  readonly value: Secret;
}

/** Secrets that more than one integration uses, by name. */
export function sharedSecrets(
  receivers: readonly Receiver[],
  taken: Set<string>,
): ReadonlyMap<string, SharedSecret> {
  const used = receivers
    .flatMap(({ integrations }) => integrations)
    .flatMap((integration) => secretsIn(integration));
  const shared = new Map<string, SharedSecret>();
  used.forEach((value, index) => {
    const { secret: name } = value;
    const isRepeated = used.findIndex((other) => other.secret === name) < index;
    if (isRepeated && !shared.has(name))
      shared.set(name, { name: constantName(name, taken), value });
  });
  return shared;
}

/** Every secret in a value, as often as it is there. */
export function secretsIn(value: unknown): readonly Secret[] {
  if (isSecret(value)) return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(secretsIn)
    : [];
}

/** The call that names a secret. */
export function secretCall({ secret, description }: Secret): Code {
  return call("secret", secret, description);
}

/** An integration with its secrets as calls, or as the constants of those that are shared. */
export function integrationSource(
  integration: Integration,
  shared: ReadonlyMap<string, SharedSecret>,
): SourceValue {
  const source = (value: unknown): SourceValue => {
    if (isSecret(value)) {
      const known = shared.get(value.secret);
      return known === undefined ? secretCall(value) : new Code(known.name);
    }
    if (Array.isArray(value)) return value.map(source);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [key, source(entry)]),
      );
    return value as SourceValue;
  };
  return source(integration);
}
