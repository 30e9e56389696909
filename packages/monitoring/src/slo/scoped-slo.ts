import type { Sli, Slo } from "../model/slo";
import {
  scopeMatcherText,
  scopeToSystem,
  type ScopeMatcher,
} from "../queries/promql/scope";

/** An SLO of one system among others in one Prometheus. */
export interface ScopedSlo extends Slo {
  /** What every selector carries. @default - the SLO sees all systems */
  readonly scope?: ScopeMatcher;
}

/** `slo` with its queries limited to a system once, instead of in each of the two dozen rules that they become. */
export function scopedSlo(slo: Slo, scope: ScopeMatcher): ScopedSlo {
  return { ...slo, scope, sli: scopedSli(slo.sli, scope) };
}

function scopedSli(sli: Sli, scope: ScopeMatcher): Sli {
  switch (sli.kind) {
    case "events": {
      const total = scopeToSystem(sli.total, scope);
      return "errors" in sli
        ? { ...sli, total, errors: scopeToSystem(sli.errors, scope) }
        : { ...sli, total, good: scopeToSystem(sli.good, scope) };
    }
    case "latency": {
      const { selector = "" } = sli;
      const matcher = scopeMatcherText(scope);
      return {
        ...sli,
        selector:
          selector.trim() === "" ? matcher : `${matcher},${selector.trim()}`,
      };
    }
    case "raw":
      return { ...sli, errorRatio: scopeToSystem(sli.errorRatio, scope) };
  }
}
