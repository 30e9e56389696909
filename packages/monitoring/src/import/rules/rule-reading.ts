import type { Labels } from "../../model/labels";
import type { Duration } from "../../model/duration";
import { isMap, pathTo } from "../difference";
import type { ImportProblems } from "../import-problems";
import type { Unexpressed } from "../import-result";
import {
  durationForm,
  millisecondsIn,
  modelDuration,
} from "../prometheus-duration";
import type { RuleLanguage } from "./canonical-expr";
import type { RulesImportOptions } from "./import-options";

/** What rules are read with, and where is noted what became of them. */
export interface RuleReading {
  readonly options: RulesImportOptions;
  readonly language: RuleLanguage;
  readonly problems: ImportProblems;
  readonly unexpressed: Unexpressed[];
  readonly toComplete: Unexpressed[];
}

/** The texts of a map; other values go to `problems`. What is empty is none. */
export function textMap(
  value: unknown,
  path: string,
  problems: ImportProblems,
): Labels {
  if (value === undefined || value === "") return {};
  if (!isMap(value)) {
    problems.add(path, "a map of texts", value);
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]): [string, string][] => {
      if (typeof text === "string") return text === "" ? [] : [[key, text]];
      problems.add(pathTo(path, key), "text", text);
      return [];
    }),
  );
}

/** A duration of the file, `undefined` where it is zero, wrong or no whole number of seconds. */
export function readDuration(
  value: unknown,
  path: string,
  { problems, unexpressed }: RuleReading,
): Duration | undefined {
  if (value === undefined) return undefined;
  const milliseconds =
    typeof value === "string" ? millisecondsIn(value) : undefined;
  if (milliseconds === undefined) {
    problems.add(path, durationForm, value);
    return undefined;
  }
  if (milliseconds === 0) return undefined;
  const duration = modelDuration(milliseconds);
  if (duration === undefined)
    unexpressed.push({
      path,
      what: JSON.stringify(value),
      why: "durations are whole seconds here",
    });
  return duration;
}

/** Lists fields that the model does not have. */
export function listUnknown(
  fields: Readonly<Record<string, unknown>>,
  path: string,
  { unexpressed }: RuleReading,
): void {
  for (const [key, value] of Object.entries(fields)) {
    unexpressed.push({
      path: pathTo(path, key),
      what: `${key}: ${JSON.stringify(value)}`,
      why: "the model has no such field",
    });
  }
}

/** A text that must be there, `undefined` where it is not, which is noted. */
export function textAt(
  value: unknown,
  path: string,
  what: string,
  { problems }: RuleReading,
): string | undefined {
  if (typeof value === "string" && value.trim() !== "") return value;
  problems.add(path, what, value);
  return undefined;
}

/** The label of the system is set when a rule is built; another value cannot be kept. */
export function withoutSystem(
  labels: Labels,
  path: string,
  { options, unexpressed }: RuleReading,
  label: string | undefined,
): Labels {
  if (label === undefined) return labels;
  const { [label]: value, ...others } = labels;
  if (value !== options.system)
    unexpressed.push({
      path: `${path}.labels.${label}`,
      what: value === undefined ? `no label ${label}` : `${label}="${value}"`,
      why: `a rule of the system carries the label ${label}="${options.system}"`,
    });
  return others;
}
