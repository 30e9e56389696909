import { systemLabel } from "../model/labels";
import { is, matches } from "../model/matcher";
import type { InhibitionRule } from "../model/route";
import type { BurnTier, Slo } from "../model/slo";
import { sloLabel, tierLabel } from "./names";
import { tiersOf } from "./windows";

/**
 * While a faster tier of an SLO fires, its slower tiers stay silent: they say the same, later. A tier never silences one
 * that is more urgent.
 */
export function burnInhibitions(slo: Slo): readonly InhibitionRule[] {
  const tiers = tiersOf(slo);
  return tiers.flatMap((source, index) => {
    const slower = tiers
      .slice(index + 1)
      .filter((target) => isNoMoreUrgent(target, source))
      .map(({ tier }) => tier);
    if (slower.length === 0) return [];
    return [
      {
        name: `slo-${slo.id}-${source.tier}`,
        source: [is(sloLabel, slo.id), is(tierLabel, source.tier)],
        target: [
          is(sloLabel, slo.id),
          slower.length === 1
            ? is(tierLabel, slower.join(""))
            : matches(tierLabel, slower.join("|")),
        ],
        equal: [systemLabel, sloLabel],
      },
    ];
  });
}

function isNoMoreUrgent(target: BurnTier, source: BurnTier): boolean {
  return target.severity === "warning" || source.severity === "critical";
}
