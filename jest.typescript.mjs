import { register as registerRequire } from "tsx/cjs/api";
import { register as registerImport } from "tsx/esm/api";

// Workers read TypeScript, and no program that a test starts inherits it.
registerRequire();
registerImport();
