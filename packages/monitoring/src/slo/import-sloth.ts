import type { BurnTier, Slo } from "../model/slo";
import { kebabCase } from "../model/uid";
import { pascalCase } from "./names";
import {
  field,
  numberAt,
  recordAt,
  stringAt,
  textRecordAt,
  type ForeignSpec,
} from "./foreign-spec";
import { builtInTiers } from "./windows";

/** Sloth's default period, the one for which its specs are written. */
const period = "30d";

const templateVariable = /\{\{\s*\.window\s*\}\}/g;

/** Whether a document is a spec of Sloth, on its own or as a Kubernetes resource. */
export function isSloth(document: ForeignSpec): boolean {
  return (
    document.version === "prometheus/v1" ||
    document.kind === "PrometheusServiceLevel"
  );
}

/**
 * The SLOs of a Sloth spec. `team` is taken from the labels team or owner where the spec has them.
 * Throws with everything that cannot be taken over.
 */
export function importSloth(
  document: ForeignSpec,
  team: string,
): readonly Slo[] {
  const spec =
    document.kind === "PrometheusServiceLevel"
      ? recordAt(document, "spec", "Sloth spec")
      : document;
  const service = stringAt(spec, "service", "Sloth spec");
  const shared = textRecordAt(spec, "labels");
  const slos = field(spec, "slos");
  if (!Array.isArray(slos) || slos.length === 0)
    throw new Error("Sloth spec: slos must be a list of SLOs");
  const problems: string[] = [];
  const found = slos.flatMap((slo: ForeignSpec) => {
    try {
      return [importOne(slo, service, shared, team)];
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return found;
}

function importOne(
  slo: ForeignSpec,
  service: string,
  shared: Readonly<Record<string, string>>,
  team: string,
): Slo {
  const name = stringAt(slo, "name", "SLO of the Sloth spec");
  const where = `SLO "${name}"`;
  const {
    team: labelled,
    owner,
    ...labels
  } = {
    ...shared,
    ...textRecordAt(slo, "labels"),
  };
  const tiers = tiersOf(slo);
  return {
    id: kebabCase(`${service}-${name}`),
    title: `${service} ${name.replaceAll("-", " ")}`,
    description:
      typeof slo.description === "string" ? slo.description.trim() : name,
    service,
    team: labelled ?? owner ?? team,
    objective: numberAt(slo, "objective", where),
    period,
    sli: sliOf(slo, where),
    ...(tiers === undefined ? {} : { tiers }),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  };
}

function sliOf(slo: ForeignSpec, where: string): Slo["sli"] {
  const sli = recordAt(slo, "sli", where);
  const events = field(sli, "events");
  if (events !== undefined) {
    const queries = recordAt(sli, "events", where);
    return {
      kind: "events",
      total: windowed(queries, ["total_query", "totalQuery"], where),
      errors: windowed(queries, ["error_query", "errorQuery"], where),
    };
  }
  if (field(sli, "raw") !== undefined)
    return {
      kind: "raw",
      errorRatio: windowed(
        recordAt(sli, "raw", where),
        ["error_ratio_query", "errorRatioQuery"],
        where,
      ),
    };
  throw new Error(
    `${where}: sli must have events or raw, got ${Object.keys(sli).join(", ") || "nothing"}; plugins cannot be imported, write their query as raw`,
  );
}

function windowed(
  queries: ForeignSpec,
  names: readonly [string, string],
  where: string,
): string {
  const name = names.find((candidate) => candidate in queries) ?? names[0];
  const query = stringAt(queries, name, where).trim();
  if (query.search(templateVariable) < 0)
    throw new Error(
      `${where}: ${name} holds no {{.window}}, so that it would be the same over every window; write {{.window}} where the range belongs, as in sum(count_over_time(up[{{.window}}])), got ${query}`,
    );
  return query.replace(templateVariable, "$window");
}

/** Pages and tickets can be switched off in Sloth, and share one name; here every tier has a name of its own. */
function tiersOf(slo: ForeignSpec): readonly BurnTier[] | undefined {
  const alerting = recordOrNothing(slo, "alerting");
  if (alerting === undefined) return undefined;
  const isOff = (names: readonly string[]): boolean =>
    names.some((name) => recordOrNothing(alerting, name)?.disable === true);
  const off = {
    critical: isOff(["page_alert", "pageAlert"]),
    warning: isOff(["ticket_alert", "ticketAlert"]),
  };
  const name = alerting.name;
  if (name === undefined && !off.critical && !off.warning) return undefined;
  return (builtInTiers(period) ?? [])
    .filter(({ severity }) => !off[severity])
    .map((tier) => ({
      ...tier,
      ...(typeof name === "string"
        ? { alert: `${name}${pascalCase(tier.tier)}` }
        : {}),
    }));
}

function recordOrNothing(
  spec: ForeignSpec,
  name: string,
): ForeignSpec | undefined {
  return field(spec, name) === undefined
    ? undefined
    : recordAt(spec, name, "Sloth spec");
}
