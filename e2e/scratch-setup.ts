import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** All that a run writes goes below one folder, which scratch-teardown removes. */
export default function setup(): void {
  process.env["E2E_SCRATCH"] = mkdtempSync(join(tmpdir(), "e2e-"));
}
