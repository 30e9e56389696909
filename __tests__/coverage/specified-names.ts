import { kebabCase } from "monitoring-as-code";
import { specificationTables, type SpecificationTable } from "./specification";

export type Kind =
  "dashboard" | "panel" | "alert" | "record" | "receiver" | "slo";

/** Something that a specification asks for by name. */
export interface SpecifiedName {
  readonly file: string;
  readonly kind: Kind;
  readonly name: string;
}

/** Every name in the tables of the specifications, each once. */
export function specifiedNames(): readonly SpecifiedName[] {
  const names = specificationTables().flatMap(namesIn);
  const seen = new Map(
    names.map((entry) => [`${entry.file}/${entry.kind}/${entry.name}`, entry]),
  );
  return [...seen.values()];
}

function namesIn(table: SpecificationTable): SpecifiedName[] {
  const { file, section, subsection, columns } = table;
  const named = (kind: Kind, names: readonly string[]): SpecifiedName[] =>
    names.map((name) => ({ file, kind, name }));
  const cells = (column: string): string[] =>
    table.rows.map((row) => row[column] ?? "");
  if (section.startsWith("dashboards") && columns.includes("title")) {
    const title = dashboardTitle(subsection);
    return [
      ...named("dashboard", title === "" ? [] : [title]),
      ...named("panel", cells("title")),
    ];
  }
  if (section.startsWith("alert rules")) {
    const column = columns.find((candidate) =>
      /^(name|rule)\b/.test(candidate),
    );
    return column === undefined
      ? []
      : named("alert", cells(column).flatMap(alertNames));
  }
  if (section.startsWith("recording rules"))
    return named("record", cells("record").flatMap(recordNames));
  if (section.startsWith("notification") && columns.includes("receiver")) {
    return named(
      "receiver",
      cells("receiver").map((cell) =>
        cell.replaceAll("`", "").replace(/\s*\(.*\)$/, ""),
      ),
    );
  }
  if (
    section.startsWith("slos") &&
    columns.includes("objective") &&
    columns.includes("slo")
  ) {
    return named(
      "slo",
      cells("slo").map((cell) => kebabCase(cell.split(":")[0] ?? "")),
    );
  }
  return [];
}

/** `D1. Backend Service - Products` and `Dashboard 2: System Overview (JSON)` without number and remark. */
function dashboardTitle(subsection: string): string {
  return subsection
    .replace(/^(D\d+\.|Dashboard \d+:)\s*/, "")
    .replace(/\s*(\([^)]*\)|- `<environment>`)$/, "")
    .trim();
}

function alertNames(cell: string): string[] {
  return (
    cell
      .replace(/\(.*?\)/g, "")
      .match(
        /\b[A-Z][a-z]+[A-Z][A-Za-z0-9]*\b|\b[A-Z]{2,}[a-z][A-Za-z0-9]*\b/g,
      ) ?? []
  );
}

function recordNames(cell: string): string[] {
  return (cell.match(/`[^`]+`/g) ?? [])
    .map((name) => name.slice(1, -1))
    .filter((name) => /[:_]/.test(name));
}
