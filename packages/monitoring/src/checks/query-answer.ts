import { queryContext } from "../deployment/query-context";
import { checkLogql } from "../queries/logql/check";
import type { Deployment } from "../model/deployment";
import { checkPromql } from "../queries/promql/check";
import type { QueryCheck } from "../queries/promql/position";
import type { SemanticContext } from "../queries/promql/semantics/context";
import { queryFindings } from "../checks/query-findings";
import type { QueryLanguage } from "../queries/variables/variable-use";
import { checkTraceql } from "../queries/traceql/check";

/** One line of the input. */
interface Question {
  readonly language: QueryLanguage;
  readonly expr: string;
  /** Id of the system whose metrics a PromQL query reads. @default - no catalogue */
  readonly system?: string;
}

const CHECKS: Readonly<Record<QueryLanguage, (expr: string) => QueryCheck>> = {
  promql: checkPromql,
  logql: checkLogql,
  traceql: checkTraceql,
};

/** Answers questions about queries, one JSON text for one JSON text; never throws. */
export class QueryAnswers {
  private readonly contexts = new Map<string | undefined, SemanticContext>([
    [undefined, {}],
  ]);

  /** `deployment` has the systems that questions may name. */
  constructor(private readonly deployment: Deployment | undefined) {}

  /** The answer to one line, as one line: `valid`, `errors` and `findings`. */
  answer(line: string): string {
    const question = questionIn(line);
    if (typeof question === "string") {
      return refusal(question);
    }
    const { language, expr, system } = question;
    const context = this.contextOf(system);
    if (typeof context === "string") {
      return refusal(context);
    }
    const { valid, errors } = CHECKS[language](expr);
    const findings = valid ? queryFindings(language, expr, context) : [];
    return JSON.stringify({
      valid,
      errors: errors.map(({ message, from, to }) => ({ message, from, to })),
      findings: findings.map(({ id, severity, message, from, to }) => ({
        id,
        severity,
        message,
        from,
        to,
      })),
    });
  }

  private contextOf(id: string | undefined): SemanticContext | string {
    const known = this.contexts.get(id);
    if (known) {
      return known;
    }
    const systems = this.deployment?.systems ?? [];
    const system = systems.find((candidate) => candidate.id === id);
    if (!this.deployment || !system) {
      const ids = systems.map((candidate) => candidate.id).join(", ");
      return `unknown system ${JSON.stringify(id)}, known are ${ids}`;
    }
    const context = queryContext(this.deployment, system);
    this.contexts.set(id, context);
    return context;
  }
}

/** The question in a line, or what is wrong with the line. */
function questionIn(line: string): Question | string {
  const value = parsed(line);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return 'a line must be a JSON object such as {"language":"promql","expr":"up"}';
  }
  const { language, expr, system } = value as Readonly<Record<string, unknown>>;
  if (language !== "promql" && language !== "logql" && language !== "traceql") {
    return `"language" must be "promql", "logql" or "traceql", got ${shown(language)}`;
  }
  if (typeof expr !== "string") {
    return `"expr" must be a string, got ${shown(expr)}`;
  }
  if (system !== undefined && typeof system !== "string") {
    return `"system" must be the id of a system, got ${shown(system)}`;
  }
  return { language, expr, ...(system === undefined ? {} : { system }) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function refusal(message: string): string {
  return JSON.stringify({
    valid: false,
    errors: [{ message, from: 0, to: 0 }],
    findings: [],
  });
}
