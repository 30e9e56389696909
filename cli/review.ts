import { review } from "./review-command";
import { writeStdout } from "./write-stdout";

try {
  process.exitCode = review(process.argv.slice(2), writeStdout, {
    isColored: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
