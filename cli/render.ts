import pc from "picocolors";
import { render } from "./render-command";

render(process.argv.slice(2), {
  output: (text) => {
    process.stdout.write(text);
  },
  warn: (line) => {
    console.error(pc.yellow(line));
  },
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
