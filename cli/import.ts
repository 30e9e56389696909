import { join } from "node:path";
import { importAsset } from "./import-command";

importAsset(process.argv.slice(2), {
  root: join(__dirname, ".."),
  output: (text) => process.stdout.write(text),
}).catch((error: unknown) => {
  console.error(
    `error: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});
