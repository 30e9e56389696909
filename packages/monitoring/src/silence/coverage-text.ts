import type { CoveredAlert, Coverage } from "./coverage";

/** For people: a line for each covered alert, pages first, and how many of the environment's alerts they are. */
export function coverageText({ alerts, total }: Coverage): string {
  const lines = [...alerts].sort(byUrgency).map(lineOf);
  const pages = alerts.filter(({ severity }) => severity === "critical");
  return [
    `covers ${alerts.length} of ${total.alerts} alerts, ${pages.length} of ${total.pages} pages`,
    ...lines,
  ].join("\n");
}

function lineOf({
  system,
  alert,
  severity,
  part,
  receivers,
}: CoveredAlert): string {
  const extent = part === "some" ? " (some series)" : "";
  return `  ${severity.padEnd(8)} ${system}/${alert}${extent} -> ${receivers.join(", ")}`;
}

const urgency = { critical: 0, warning: 1, info: 2 } as const;

function byUrgency(a: CoveredAlert, b: CoveredAlert): number {
  return urgency[a.severity] - urgency[b.severity];
}
