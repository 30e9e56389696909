import { regexpProblem } from "../promql/regexp";

/** What is wrong with the expression of `| regexp`: it must be RE2 and name what it captures. */
export function namedGroupProblem(pattern: string): string | undefined {
  const problem = regexpProblem(pattern);
  if (problem !== undefined) {
    return problem;
  }
  const names = [...withoutEscapes(pattern).matchAll(/\(\?P?<([^>]*)>/g)].map(
    ([, name = ""]) => name,
  );
  if (names.length === 0) {
    return "the expression of regexp needs a named group, as in (?P<status>\\d+)";
  }
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  return repeated === undefined
    ? undefined
    : `the expression of regexp names the group ${repeated} twice`;
}

/** What is wrong with the expression of `| pattern`: `<name>` captures, `<_>` skips, text between them separates. */
export function captureProblem(pattern: string): string | undefined {
  const names = capturesIn(pattern).filter((name) => name !== "_");
  if (names.length === 0) {
    return "the expression of pattern needs a capture, as in <status>";
  }
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  return repeated === undefined
    ? adjacentProblem(pattern)
    : `the expression of pattern names the capture ${repeated} twice`;
}

/** What is wrong with the pattern of a line filter, which only skips. */
export function linePatternProblem(pattern: string): string | undefined {
  const named = capturesIn(pattern).find((name) => name !== "_");
  return named === undefined
    ? adjacentProblem(pattern)
    : `a line filter skips with <_> and captures nothing, got <${named}>`;
}

/** What is wrong with a Go template: actions that are not closed, or closed without being open. */
export function templateProblem(template: string): string | undefined {
  let rest = template;
  for (let open = rest.indexOf("{{"); open >= 0; open = rest.indexOf("{{")) {
    if (rest.slice(0, open).includes("}}")) {
      break;
    }
    const close = closingBraces(rest, open + 2);
    if (close < 0) {
      return "the template has {{ without }}";
    }
    rest = rest.slice(close + 2);
  }
  return undefined;
}

function capturesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(/<([A-Za-z_]\w*)>/g)].map(
    ([, name = ""]) => name,
  );
}

function adjacentProblem(pattern: string): string | undefined {
  return /<[A-Za-z_]\w*><[A-Za-z_]\w*>/.test(pattern)
    ? "two captures need text between them"
    : undefined;
}

function withoutEscapes(pattern: string): string {
  return pattern.replace(/\\[^]/g, "");
}

/** The end of an action; braces in its strings do not count. */
function closingBraces(template: string, from: number): number {
  const inside = /"(?:[^"\\\n]|\\[^])*"|`[^`]*`|\}\}/g;
  inside.lastIndex = from;
  for (
    let match = inside.exec(template);
    match;
    match = inside.exec(template)
  ) {
    if (match[0] === "}}") {
      return match.index;
    }
  }
  return -1;
}
