import { writeSync } from "node:fs";

/** Writes all of `text` before it returns: a pipe takes at once as much as it has room for. */
export function writeStdout(text: string): void {
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
