/** What Grafana refuses in a notification policy. */
import { RE2JS } from "re2js";
import { blocks, text, texts, type ObjectValue } from "./cty";
import { parseDuration } from "./prometheus-duration";

export function policyProblems(root: ObjectValue): string[] {
  return [
    ...(text(root["contact_point"])
      ? []
      : ["contact_point: must not be empty"]),
    ...timingProblems(root),
    ...routeProblems(root),
  ];
}

function routeProblems(route: ObjectValue): string[] {
  return blocks(route["policy"]).flatMap((child, index) =>
    [
      ...timingProblems(child),
      ...blocks(child["matcher"]).flatMap(matcherProblems),
      ...routeProblems(child),
    ].map((problem) => `policy[${index}].${problem}`),
  );
}

/** Grouping and waits, in a route as in a rule's notification settings. */
export function timingProblems(route: ObjectValue): string[] {
  const groupBy = texts(route["group_by"]);
  return [
    ...(groupBy.includes("...") && groupBy.length > 1
      ? ['group_by: "..." must stand alone']
      : []),
    ...(new Set(groupBy).size < groupBy.length
      ? [`group_by: ${groupBy.join(", ")} names a label twice`]
      : []),
    ...waitProblems(route, "group_wait", 0),
    ...waitProblems(route, "group_interval", 1),
    ...waitProblems(route, "repeat_interval", 1),
  ];
}

function waitProblems(
  route: ObjectValue,
  name: string,
  leastMilliseconds: number,
): string[] {
  const wait = text(route[name]) ?? "";
  if (wait === "") return [];
  const milliseconds = parseDuration(wait);
  if (milliseconds === undefined) {
    return [`${name}: not a valid duration string: ${JSON.stringify(wait)}`];
  }
  return milliseconds < leastMilliseconds ? [`${name}: must not be zero`] : [];
}

/** Regular expressions are RE2 and match the whole value. */
function matcherProblems(matcher: ObjectValue): string[] {
  const [match, value] = [text(matcher["match"]), text(matcher["value"])];
  if (value === undefined || !(match === "=~" || match === "!~")) return [];
  try {
    RE2JS.compile(`^(?:${value})$`);
    return [];
  } catch (problem) {
    return [
      `matcher ${text(matcher["label"])}${match}${value}: ${String(problem)}`,
    ];
  }
}
