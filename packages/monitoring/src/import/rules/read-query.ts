import { checkLogql } from "../../queries/logql/check";
import { parsePromql } from "../../queries/promql/parse";
import { verdict } from "../../queries/promql/position";
import { scopeToSystem } from "../../queries/promql/scope";
import { scopeOf } from "./import-options";
import { splitQuery, withoutScope, type ImportedQuery } from "./imported-query";
import { textAt, type RuleReading } from "./rule-reading";

/** A query without the system's matcher, whole. */
export interface ReadQuery extends ImportedQuery {
  readonly whole: string;
}

/** The query of `rule`, `undefined` when it is wrong or asks for another system; either is noted. */
export function readQuery(
  value: unknown,
  path: string,
  rule: string,
  reading: RuleReading,
): ReadQuery | undefined {
  const { language, options, problems, unexpressed } = reading;
  const at = `${path}.expr`;
  const text = textAt(value, at, "a query", reading)?.trim();
  if (text === undefined) return undefined;
  const check =
    language === "logql"
      ? checkLogql(text)
      : verdict(text, parsePromql(text).problems);
  const [error] = check.errors;
  if (error !== undefined) {
    problems.say(
      at,
      `must be ${language === "logql" ? "LogQL" : "PromQL"}: ${error.message} (line ${error.line}, column ${error.column}), got ${JSON.stringify(text)}`,
    );
    return undefined;
  }
  if (language === "promql" && parsePromql(text).variables.length > 0) {
    problems.add(at, "a query without variables of Grafana", text);
    return undefined;
  }
  const scope = scopeOf(options);
  if (scope === undefined || language === "logql")
    return { ...splitQuery(text, language), whole: text };
  let scoped: string;
  try {
    scoped = scopeToSystem(text, scope);
  } catch (conflict) {
    unexpressed.push({
      path,
      what: rule,
      why: `it reads the series of another system (${conflict instanceof Error ? (conflict.message.split("\n")[0] ?? "") : String(conflict)}); import it into a system with observes: "all"`,
    });
    return undefined;
  }
  if (scoped !== text)
    unexpressed.push({
      path: `${at}.${scope.label}`,
      what: `a query without ${scope.label}="${scope.value}"`,
      why: "every selector of a system's query gets this matcher when it is built; its targets must carry the label",
    });
  const bare = withoutScope(text, scope);
  return { ...splitQuery(bare, language), whole: bare };
}
