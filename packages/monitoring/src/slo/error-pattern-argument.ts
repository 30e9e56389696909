import { isDuration, type Duration } from "../model/duration";
import { patternProblems, type ErrorPattern } from "./error-pattern";

/** How patterns are written on the command line. */
export const patternForms =
  "constant:RATIO, outage:LENGTH[:RATIO], ramp:TO:LENGTH, intermittent:RATIO:ON:OFF:CYCLES";

/** Reads `outage:10m`, `constant:0.004`, `ramp:0.1:1h`, `intermittent:1:2m:2h:3`. Throws with the allowed forms. */
export function parsePattern(text: string): ErrorPattern {
  const [kind, ...parts] = text.split(":");
  const pattern = patternFrom(kind ?? "", parts);
  if (pattern === undefined)
    throw new Error(`a pattern must be one of ${patternForms}, got "${text}"`);
  const problems = patternProblems(pattern);
  if (problems.length > 0) throw new Error(`${text}: ${problems.join("; ")}`);
  return pattern;
}

function patternFrom(
  kind: string,
  parts: readonly string[],
): ErrorPattern | undefined {
  const [a = "", b = "", c = "", d = ""] = parts;
  switch (`${kind}/${parts.length}`) {
    case "constant/1":
      return ifRatio(a) && { kind: "constant", errorRatio: Number(a) };
    case "outage/1":
      return ifLength(a) && { kind: "outage", length: a as Duration };
    case "outage/2":
      return (
        ifLength(a) &&
        ifRatio(b) && {
          kind: "outage",
          length: a as Duration,
          errorRatio: Number(b),
        }
      );
    case "ramp/2":
      return (
        ifRatio(a) &&
        ifLength(b) && { kind: "ramp", to: Number(a), length: b as Duration }
      );
    case "intermittent/4":
      return (
        ifRatio(a) &&
        ifLength(b) &&
        ifLength(c) &&
        ifRatio(d) && {
          kind: "intermittent",
          errorRatio: Number(a),
          on: b as Duration,
          off: c as Duration,
          cycles: Number(d),
        }
      );
    default:
      return undefined;
  }
}

function ifRatio(text: string): true | undefined {
  return text !== "" && Number.isFinite(Number(text)) ? true : undefined;
}

function ifLength(text: string): true | undefined {
  return isDuration(text) ? true : undefined;
}
