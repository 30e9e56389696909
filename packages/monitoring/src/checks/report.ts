import { counts, isSuppressed, type Finding } from "./finding";

/** How many findings there are of each kind. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  readonly expired: number;
}

export function summaryOf(findings: readonly Finding[]): Summary {
  const active = findings.filter((finding) => !isSuppressed(finding));
  return {
    errors: active.filter(counts).length,
    warnings: active.filter(({ severity }) => severity === "warning").length,
    suppressed: findings.length - active.length,
    expired: findings.filter(({ suppressed }) => suppressed?.expired === true)
      .length,
  };
}

/** How the parts of a report are marked; the identity for plain text. */
export interface Marks {
  readonly bold: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const plain: Marks = {
  bold: (text) => text,
  error: (text) => text,
  warning: (text) => text,
  quiet: (text) => text,
};

/** The findings for people: grouped by the first part of the path, each with what to do, and a summary. */
export function findingsText(
  findings: readonly Finding[],
  environments: readonly string[],
  marks: Marks = plain,
): string {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [group = ""] = finding.path.split(" > ");
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  const { errors, warnings, suppressed, expired } = summaryOf(findings);
  return [
    ...[...groups].flatMap(([group, members]) => [
      marks.bold(group),
      ...members.map((finding) => findingText(finding, environments, marks)),
      "",
    ]),
    [
      errors > 0
        ? marks.error(plural(errors, "error"))
        : plural(errors, "error"),
      warnings > 0
        ? marks.warning(plural(warnings, "warning"))
        : plural(warnings, "warning"),
      `${suppressed} suppressed`,
      ...(expired > 0
        ? [marks.error(`${plural(expired, "suppression")} expired`)]
        : []),
    ].join(", ") + ` in ${environments.join(", ")}`,
  ].join("\n");
}

function findingText(
  finding: Finding,
  all: readonly string[],
  marks: Marks,
): string {
  const { id, severity, path, message, fix, position, suppressed } = finding;
  const where =
    finding.environments.length === all.length
      ? ""
      : ` (${finding.environments.join(", ")})`;
  const mark = isSuppressed(finding) ? marks.quiet : marks[severity];
  return [
    `  ${mark(isSuppressed(finding) ? "suppressed" : severity)} ${path}${where}  ${marks.quiet(id)}`,
    `    ${message}`,
    ...(position === undefined
      ? []
      : [
          marks.quiet(`    line ${position.line}, column ${position.column}:`),
          ...position.snippet.split("\n").map((line) => `    ${line}`),
        ]),
    `    → ${fix}`,
    ...(suppressed === undefined
      ? []
      : [
          `    ${suppressed.expired ? marks.error("suppression expired") : "suppressed"} (until ${suppressed.until}): ${suppressed.reason}`,
        ]),
  ].join("\n");
}

const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;
