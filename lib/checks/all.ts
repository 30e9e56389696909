import type { Check } from "./check";
import { queryLanguage } from "./dashboards/query-language";
import { semantics } from "./promql/semantics";
import { syntax } from "./promql/syntax";
import { definition } from "./routing/definition";
import { pageMuted } from "./routing/page-muted";
import { onlyRoot, pageTwice, pageWithoutPager } from "./routing/proof";
import { unusedInhibition, unusedRoute } from "./routing/unused";

/** Every check, in the order of families. */
export const allChecks: readonly Check[] = [
  syntax,
  ...semantics,
  queryLanguage,
  onlyRoot,
  pageWithoutPager,
  pageTwice,
  pageMuted,
  unusedRoute,
  unusedInhibition,
  ...definition,
];
