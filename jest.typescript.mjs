import { register } from "node:module";
import { transformSync } from "@swc/core";
import { addHook } from "pirates";
import options from "./jest.swc.js";

/**
 * Lets a worker load TypeScript. Not by `tsx`, which runs programs: it asks another process for each file, and there are
 * over a thousand. Programs that a test starts do not inherit it.
 */
addHook(
  (code, filename) =>
    transformSync(code, {
      ...options,
      filename,
      sourceMaps: "inline",
      swcrc: false,
    }).code,
  { exts: [".ts"] },
);

// jest-light-runner imports test files, and everything that those import is required.
register(
  `data:text/javascript,${encodeURIComponent(`
    export async function load(url, context, next) {
      return new URL(url).pathname.endsWith(".ts")
        ? { format: "commonjs", shortCircuit: true }
        : next(url, context);
    }`)}`,
);

// Errors name lines of the TypeScript.
process.setSourceMapsEnabled(true);
