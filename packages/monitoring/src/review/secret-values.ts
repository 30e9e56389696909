import { Hidden, isObject } from "./value";

/**
 * Attributes that hold secrets whatever a plan says of them: synthesized files carry no marks, and JSON inside an
 * attribute has none either. `integration_key`, `basic_auth_password`, `secureJsonData`.
 */
const secretName =
  /(?:password|passwd|secret|token|api_?key|private_?key|integration_?key|routing_?key|user_?key|credentials?|http_?headers|secure_?json(?:_?data)?(?:_encoded)?)$/i;

/** Only an expression of Terraform: it names a secret and does not hold one. */
const reference = /^(?:\$\{[\w.[\]"-]+\})+$/;

const address = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>\\]+/gi;

/** Webhooks whose path is all that it takes to post. */
const secretPath =
  /^(https:\/\/(?:hooks\.slack\.com|(?:[\w.]+\.)?discord(?:app)?\.com\/api\/webhooks|[\w.-]+\.webhook\.office\.com)\/).+/;

/** `text` without passwords in addresses, and without the paths of webhooks. */
function withoutAddressSecrets(text: string): string {
  return text.replace(address, (url) =>
    url
      .replace(secretPath, "$1(sensitive)")
      .replace(/^([^/]*\/\/[^/:@]*:)[^/@]+@/, "$1(sensitive)@"),
  );
}

/** `value` without secrets: those with a telling name hidden, those in addresses blanked. */
export function withoutSecrets(value: unknown, name = ""): unknown {
  if (typeof value === "string") {
    if (value === "" || reference.test(value)) return value;
    if (secretName.test(name)) return new Hidden(value);
    return value.includes("://") ? withoutAddressSecrets(value) : value;
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
