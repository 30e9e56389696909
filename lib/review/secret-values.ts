import { Hidden, isObject } from "./value";

/**
 * Attributes that hold secrets whatever a plan says of them: synthesized files carry no marks, and JSON inside an
 * attribute has none either. `integration_key`, `basic_auth_password`, `secureJsonData`.
 */
const secretName =
  /(?:password|passwd|secret|token|api_?key|private_?key|integration_?key|routing_?key|user_?key|credentials?|http_?headers|secure_?json(?:_?data)?(?:_encoded)?)$/i;

/** Only an expression of Terraform: it names a secret and does not hold one. */
const reference = /^(?:\$\{[\w.[\]"-]+\})+$/;

/** Addresses that are secrets as a whole, and passwords within addresses. */
const secretInUrl =
  /(?<=:\/\/[^/\s:@]*:)[^/\s@]+(?=@)|(?<=\/\/hooks\.slack\.com\/)[\w/-]+|(?<=\/\/[\w.]*discord(?:app)?\.com\/api\/webhooks\/)[\w/-]+|(?<=\/\/[\w.-]+\.webhook\.office\.com\/)[\w/@-]+/g;

/** `value` without secrets: those with a telling name hidden, those in addresses blanked. */
export function withoutSecrets(value: unknown, name = ""): unknown {
  if (typeof value === "string") {
    if (value === "" || reference.test(value)) return value;
    if (secretName.test(name)) return new Hidden(value);
    return value.includes("://")
      ? value.replace(secretInUrl, "(sensitive)")
      : value;
  }
  if (Array.isArray(value))
    return value.map((inner) => withoutSecrets(inner, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      withoutSecrets(inner, secretName.test(name) ? name : key),
    ]),
  );
}
