import type { ConfigFields } from "./config-fields";
import { holdsSecret } from "./secret-names";

/** An address that may stand in the source; one that seems to hold a secret is listed instead, without it. */
export function clearAddress(
  fields: ConfigFields,
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
