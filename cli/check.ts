import pc from "picocolors";
import { check } from "./check-command";

try {
  process.exitCode = check(process.argv.slice(2), {
    today: new Date().toISOString().slice(0, 10),
    colors: pc.isColorSupported,
    output: (text) => process.stdout.write(text),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
