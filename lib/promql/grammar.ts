import { createRequire } from "node:module";
import type { LRParser } from "@lezer/lr";

/**
 * The grammar of PromQL as Prometheus publishes it. It comes as CommonJS and as a module, but its types only as a
 * module, which a CommonJS project cannot import; hence the plain require.
 */
const grammar: unknown = createRequire(__filename)(
  "@prometheus-io/lezer-promql",
);

/** The parser of Prometheus' own PromQL grammar. */
export const { parser } = grammar as { readonly parser: LRParser };
