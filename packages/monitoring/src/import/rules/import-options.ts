import type { Environment } from "../../model/environment";
import { systemScope, type Scope } from "../../model/scope";
import type { Severity } from "../../model/severity";
import type { ScopeMatcher } from "../../queries/promql/scope";
import type { RuleLanguage } from "./canonical-expr";

/** What a rule file is imported into, and what its user says that the file does not. */
export interface RulesImportOptions {
  /** Id of the system that the rules belong to. */
  readonly system: string;
  /** kebab-case; the first part of the names of files and constants. */
  readonly name: string;
  /** Whether the system's queries see its own series only. @default "own" */
  readonly observes?: "own" | "all";
  /** How the project tells the metrics of systems apart. @default { label: "system" } */
  readonly scope?: Scope;
  /** Where the round trip is rendered: its addresses of Grafana and of runbooks are told apart from others. */
  readonly environment: Environment;
  /** The team of alerts without a label `team`. @default - left empty, to be completed */
  readonly team?: string;
  /**
   * The severity that another value of the label `severity` stands for, such as `page: "critical"`; the key `""` is for
   * alerts without the label. @default {}
   */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** @default - LogQL where a query is that and no PromQL, otherwise PromQL */
  readonly language?: RuleLanguage;
}

/** The matcher that every query of the system carries, none when it observes all. */
export function scopeOf({
  system,
  observes = "own",
  scope,
}: Pick<RulesImportOptions, "system" | "observes" | "scope">):
  ScopeMatcher | undefined {
  return systemScope({ id: system, observes }, scope);
}
