import { reviewEnvironments } from "./review-environments-command";
import { runProgram } from "./run-program";

void runProgram(() => {
  reviewEnvironments(process.argv.slice(2), (text) =>
    process.stdout.write(text),
  );
});
