import { join } from "node:path";
import { importAsset } from "./import-command";
import { runProgram } from "./run-program";

void runProgram(() =>
  importAsset(process.argv.slice(2), {
    root: join(__dirname, ".."),
    output: (text) => process.stdout.write(text),
  }),
);
