import { parseAllDocuments } from "yaml";
import type { Slo } from "../model/slo";
import { isSpec } from "./foreign-spec";
import { importOpenSlo, isOpenSlo } from "./import-openslo";
import { importSloth, isSloth } from "./import-sloth";
import { pascalCase } from "./names";

/**
 * The SLOs in specs of Sloth or OpenSLO, as YAML with one or more documents. `team` is who is notified where a spec does not
 * say it. Throws with everything that cannot be taken over.
 */
export function importSlos(yaml: string, team: string): readonly Slo[] {
  const documents = parseAllDocuments(yaml).flatMap((document) => {
    if (document.errors.length > 0)
      throw new Error(document.errors.map(({ message }) => message).join("\n"));
    const value: unknown = document.toJS();
    return value === null ? [] : [value];
  });
  const specs = documents.filter(isSpec);
  const open = specs.filter(isOpenSlo);
  const sloth = specs.filter(isSloth);
  if (open.length + sloth.length < documents.length || documents.length === 0)
    throw new Error(
      `the file must hold specs of Sloth (version: prometheus/v1) or OpenSLO (apiVersion: openslo/v1), got ${documents.length === 0 ? "no document" : documents.map(kindOf).join(", ")}`,
    );
  return [
    ...sloth.flatMap((spec) => importSloth(spec, team)),
    ...(open.length > 0 ? importOpenSlo(open, team) : []),
  ];
}

function kindOf(document: unknown): string {
  if (!isSpec(document)) return "something else";
  const named = document;
  return JSON.stringify(
    named.apiVersion ?? named.version ?? named.kind ?? "unknown",
  );
}

/** A TypeScript module that exports each SLO as a constant, and all as a list; to be formatted. */
export function sloModule(slos: readonly Slo[]): string {
  const names = slos.map(({ id }) => constantName(id));
  return [
    'import type { Slo } from "monitoring-as-code";\n',
    ...slos.map(
      (slo, index) =>
        `export const ${names[index]}: Slo = ${JSON.stringify(slo, undefined, 2)};\n`,
    ),
    `export const slos: readonly Slo[] = [${names.join(", ")}];\n`,
  ].join("\n");
}

function constantName(id: string): string {
  const name = pascalCase(id);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
