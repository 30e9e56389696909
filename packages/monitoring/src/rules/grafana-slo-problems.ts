import { isDuration, secondsIn } from "../model/duration";
import type { Slo } from "../model/slo";
import { isUid } from "../model/uid";
import { problemsInLabels } from "./rule-group-problems";
import { brokenRules, got } from "./rule-table";

const nameCharacters = 128;
const descriptionCharacters = 1024;

/** What Grafana's SLOs refuse of an SLO. */
export function problemsInGrafanaSlo(slo: Slo): readonly string[] {
  const { id, title, description, objective, period, labels = {} } = slo;
  return [
    ...brokenRules([
      [
        !isUid(id),
        `'id' must be at most 40 letters, digits, - or _, ${got(id)}`,
      ],
      [title.trim() === "", `'title' must not be empty, ${got(title)}`],
      [
        title.length > nameCharacters,
        `'title' must be at most ${nameCharacters} characters, got ${title.length}`,
      ],
      [
        description.trim() === "",
        `'description' must not be empty, ${got(description)}`,
      ],
      [
        description.length > descriptionCharacters,
        `'description' must be at most ${descriptionCharacters} characters, got ${description.length}`,
      ],
      [
        !(objective > 0 && objective < 100),
        `'objective' must be a percentage above 0 and below 100, got ${objective}`,
      ],
      [
        !isDuration(period) ||
          secondsIn(period) === 0 ||
          secondsIn(period) % secondsIn("1d") !== 0,
        `'period' must be a whole number of days or weeks, ${got(period)}`,
      ],
    ]),
    ...problemsInLabels(labels, false),
  ];
}

/** What Grafana's SLOs do in a way of their own, so that this SLO alerts otherwise than as a rule group. */
export function warningsInGrafanaSlo({
  id,
  tiers,
  minimumRequests = 0,
}: Slo): readonly string[] {
  return [
    ...(tiers === undefined
      ? []
      : [
          `SLO "${id}" has tiers of its own, which Grafana Cloud replaces by its fixed ones`,
        ]),
    ...(minimumRequests === 0
      ? []
      : [
          `SLO "${id}" wants ${minimumRequests} requests in the long window before it alerts, which Grafana Cloud cannot`,
        ]),
  ];
}
