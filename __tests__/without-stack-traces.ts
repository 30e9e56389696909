import { createRequire } from "node:module";

/** cdktf takes a stack trace for every token and shows none of them; with source maps they take longer than all the rest. */
const stackTraces = createRequire(__filename)(
  "cdktf/lib/tokens/private/stack-trace",
) as { captureStackTrace: () => readonly string[] };
stackTraces.captureStackTrace = () => [];
