import { createHash } from "node:crypto";

/** JSON with the fields of every object in order, so that equal values have equal texts. Fields of undefined are left out. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  )}\n`;
}

/** In 64 hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
