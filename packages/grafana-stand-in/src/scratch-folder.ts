import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new, empty folder; under jest it is removed when the run ends. */
export function scratchFolder(name: string): string {
  const parent = process.env["E2E_SCRATCH"] ?? tmpdir();
  return mkdtempSync(join(parent, `${name}-`));
}
