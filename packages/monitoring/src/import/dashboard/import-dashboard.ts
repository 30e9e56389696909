import type { ImportResult } from "../import-result";
import { kebabCase, uidOf } from "../../model/uid";
import { differencesBetween, type Difference } from "../difference";
import { textOf, type Fields } from "../../internal/json-tree";
import { normalizedDashboard, normalizedModel } from "./normalize";
import { correctedWords } from "./write/corrected";
import { dashboardFile } from "./write/dashboard-file";
import type { DashboardWords } from "./write/dashboard-words";

export interface DashboardImport {
  /** The id of the system that it is to belong to, kebab-case. */
  readonly system: string;
  /** The file's name without ending, kebab-case. */
  readonly name: string;
}

/**
 * Writes the TypeScript of a dashboard of any age, tool or export, in the words of the house style, as
 * `dashboards/<system>/<name>.ts`; to be formatted. What the words cannot say stands in `raw`, in Grafana's own; what
 * neither can say is in `unexpressed`. Throws one error where `original` is no dashboard.
 */
export function importDashboard(
  original: unknown,
  { system, name }: DashboardImport,
): ImportResult {
  for (const [what, text] of [
    ["system", system],
    ["name", name],
  ] as const)
    if (text === "" || text !== kebabCase(text))
      throw new Error(`the ${what} must be kebab-case, got "${text}"`);
  const { model, unexpressed } = normalizedDashboard(original);
  const words = wordsFor(model, { system, name });
  return {
    files: [
      {
        path: `dashboards/${system}/${name}.ts`,
        content: dashboardFile(name, words),
      },
    ],
    unexpressed,
  };
}

/** As a dashboard that was made here where it is one, else as an imported one. */
function wordsFor(
  model: Fields,
  { system, name }: DashboardImport,
): DashboardWords {
  const uid = textOf(model.uid) ?? uidOf(system, name);
  const context = { uid, system };
  const [tag] = Array.isArray(model.tags) ? model.tags : [];
  if (tag === system) {
    const own = housed(() =>
      correctedWords(model, { ...context, ofHouse: true }),
    );
    if (
      own?.exact === true &&
      Object.keys(own.corrections.dashboard).length === 0
    )
      return own.words;
  }
  return correctedWords(model, { ...context, ofHouse: false }).words;
}

/** The house style refuses what has no description, unit or legend: then it was not made here. */
function housed<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * Every place in which what an imported dashboard renders to differs from its original, after both were normalized; none
 * proves the round trip. A dashboard without a uid has that of its file.
 */
export function dashboardRoundTrip(
  rendered: unknown,
  original: unknown,
): readonly Difference[] {
  const wanted = normalizedModel(original);
  const found = normalizedModel(rendered);
  if (wanted.uid === undefined) delete found.uid;
  return differencesBetween(wanted, found, "");
}
