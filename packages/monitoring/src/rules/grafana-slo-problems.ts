import { isDuration, secondsIn } from "../model/duration";
import type { Slo } from "../model/slo";
import { isUid } from "../model/uid";
import { problemsAt, type Problem, type ProblemRow } from "../internal/problem";
import { labelRows } from "./rule-group-problems";
import { got } from "./rule-table";

const nameCharacters = 128;
const descriptionCharacters = 1024;

/** What Grafana's SLOs refuse of an SLO, or do in a way of their own, so that it alerts otherwise than a rule group. */
export function grafanaSloProblems(slo: Slo): readonly Problem[] {
  const path = `SLO "${slo.id}"`;
  const { tiers, minimumRequests = 0 } = slo;
  const warning = { rule: "slo", severity: "warning", path } as const;
  return [
    ...problemsAt(path, sloRows(slo)),
    ...(tiers === undefined
      ? []
      : [
          {
            ...warning,
            message:
              "it has tiers of its own, which Grafana Cloud replaces by its fixed ones",
          },
        ]),
    ...(minimumRequests === 0
      ? []
      : [
          {
            ...warning,
            message: `it wants ${minimumRequests} requests in the long window before it alerts, which Grafana Cloud cannot`,
          },
        ]),
  ];
}

function sloRows(slo: Slo): readonly ProblemRow[] {
  const { id, title, description, objective, period, labels = {} } = slo;
  return [
    [
      "slo",
      !isUid(id),
      `'id' must be at most 40 letters, digits, - or _, ${got(id)}`,
    ],
    ["slo", title.trim() === "", `'title' must not be empty, ${got(title)}`],
    [
      "slo",
      title.length > nameCharacters,
      `'title' must be at most ${nameCharacters} characters, got ${title.length}`,
    ],
    [
      "slo",
      description.trim() === "",
      `'description' must not be empty, ${got(description)}`,
    ],
    [
      "slo",
      description.length > descriptionCharacters,
      `'description' must be at most ${descriptionCharacters} characters, got ${description.length}`,
    ],
    [
      "slo",
      !(objective > 0 && objective < 100),
      `'objective' must be a percentage above 0 and below 100, got ${objective}`,
    ],
    [
      "slo",
      !isDuration(period) ||
        secondsIn(period) === 0 ||
        secondsIn(period) % secondsIn("1d") !== 0,
      `'period' must be a whole number of days or weeks, ${got(period)}`,
    ],
    ...labelRows(labels, false),
  ];
}
