import { reviewEnvironments } from "./review-environments-command";

try {
  reviewEnvironments(process.argv.slice(2), (text) =>
    process.stdout.write(text),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
