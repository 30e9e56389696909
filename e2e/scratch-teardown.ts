import { rmSync } from "node:fs";

export default function teardown(): void {
  rmSync(process.env["E2E_SCRATCH"]!, { recursive: true, force: true });
}
