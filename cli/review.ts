import { writeSync } from "node:fs";
import { review } from "./review-command";

try {
  process.exitCode = review(process.argv.slice(2), write, {
    isColored: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** A pipe takes as much as it has room for. */
function write(text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (!(
        error instanceof Error &&
        "code" in error &&
        error.code === "EAGAIN"
      ))
        throw error;
    }
  }
}
