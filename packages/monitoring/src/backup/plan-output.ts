import {
  createdLines,
  planComparison,
  planSummary,
  unwrittenLines,
} from "./plan-text";
import type { RestorePlan } from "./restore-step";
import { terminal } from "../review/render/terminal";
import { isEmpty, review } from "../review/review";

/** What a plan does to the server called `name`: in words, then what it leaves alone and why, then in numbers. */
export function planText(
  plan: RestorePlan,
  name: string,
  isColored: boolean,
): string {
  const told = review([planComparison(plan, name)]);
  const summary = planSummary(plan);
  return [
    ...(isEmpty(told) ? [] : [terminal(told, { isColored })]),
    ...createdLines(plan).map((line) => `+ ${line}\n`),
    ...unwrittenLines(plan, ["conflict"]).map(
      (line) => `kept, --overwrite replaces it: ${line}\n`,
    ),
    ...unwrittenLines(plan, ["skip"]).map((line) => `left out: ${line}\n`),
    ...(summary.length === 0 ? ["nothing to do"] : summary).map(
      (line) => `${line}\n`,
    ),
  ].join("");
}

/** Throws when something has no place yet, before anything is written. */
export function refuseBlocked(plan: RestorePlan): void {
  const blocked = unwrittenLines(plan, ["blocked"]);
  if (blocked.length > 0)
    throw new Error(
      [
        "nothing is written, because there is no place for it:",
        ...blocked,
      ].join("\n"),
    );
}
