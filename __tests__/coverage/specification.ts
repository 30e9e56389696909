import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the specifications lie when the project is checked out beside them. */
export const specificationFolder = join(__dirname, "../../../shared/systems");

export const specificationsPresent = existsSync(specificationFolder);

/** A table of a specification: where it stands, what its columns are called, and its rows by column. */
export interface SpecificationTable {
  readonly file: string;
  /** Title of the section (`##`), lower case. */
  readonly section: string;
  /** Title of the subsection (`###`), or "". */
  readonly subsection: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Every table of every specification; empty where the specifications are absent. */
export function specificationTables(): readonly SpecificationTable[] {
  if (!specificationsPresent) return [];
  return readdirSync(specificationFolder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((name) =>
      tablesOf(
        name.replace(/\.md$/, ""),
        readFileSync(join(specificationFolder, name), "utf8"),
      ),
    );
}

function tablesOf(file: string, text: string): SpecificationTable[] {
  const lines = text.split("\n");
  const tables: SpecificationTable[] = [];
  let section = "";
  let subsection = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.startsWith("## "))
      [section, subsection] = [line.slice(3).toLowerCase(), ""];
    else if (line.startsWith("### ")) subsection = line.slice(4);
    else if (
      line.startsWith("|") &&
      /^\|[\s:|-]+\|$/.test(lines[index + 1] ?? "")
    ) {
      const columns = cellsOf(line).map((cell) => cell.toLowerCase());
      const rows: Record<string, string>[] = [];
      for (index += 2; lines[index]?.startsWith("|"); index++) {
        const cells = cellsOf(lines[index] ?? "");
        rows.push(
          Object.fromEntries(
            columns.map((column, at) => [column, cells[at] ?? ""]),
          ),
        );
      }
      index--;
      tables.push({ file, section, subsection, columns, rows });
    }
  }
  return tables;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}
