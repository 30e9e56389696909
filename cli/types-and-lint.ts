/**
 * Types and lint in one go, part of `npm test`. The linter asks the compiler for types, so both work on one program; and what
 * cannot have changed since the last run that proved everything is not proven again (ADR 75).
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";
import { readFaulty, writeFaulty } from "./lint-record";
import { runProgram } from "./run-program";

type Program = ts.EmitAndSemanticDiagnosticsBuilderProgram;

const root = process.cwd();
const cache = join(root, ".cache");
const record = join(cache, "lint.json");
const rules = ["eslint.config.mjs", "tsconfig.json", "package-lock.json"].map(
  (name) => join(root, name),
);

/** Prints what is wrong. Returns whether nothing is. */
async function proveTypesAndLint(): Promise<boolean> {
  mkdirSync(cache, { recursive: true });
  const program = openProgram();
  const affected = affectedFiles(program);
  const problems = typeProblems(program);
  if (problems !== "") {
    console.error(problems);
    return false;
  }
  const faulty = await lint(program, affected);
  // In this order: a run that is stopped in between leaves too much to lint, not too little.
  writeFaulty(record, rules, faulty);
  program.emit();
  return faulty.length === 0;
}

/** The files of tsconfig.json, and what the last run knew of them. */
function openProgram(): Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    // A file of its own: what `npm run typecheck` has seen is not linted.
    { tsBuildInfoFile: join(cache, "types-and-lint.tsbuildinfo") },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(textOf([problem]));
      },
    },
  );
  if (config === undefined) throw new Error("tsconfig.json cannot be read");
  return ts.createIncrementalProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
  });
}

/** The files whose types may be others than in the last run: those that changed, and those that build on them. */
function affectedFiles(program: Program): readonly string[] {
  const affected: string[] = [];
  for (;;) {
    const next = program.getSemanticDiagnosticsOfNextAffectedFile();
    if (next === undefined) return affected;
    const files =
      "fileName" in next.affected
        ? [next.affected]
        : next.affected.getSourceFiles();
    affected.push(...files.map(({ fileName }) => fileName));
  }
}

function typeProblems(program: Program): string {
  return textOf([
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ]);
}

function textOf(problems: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnosticsWithColorAndContext(problems, {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n",
  });
}

/** Prints and returns the files with a problem. */
async function lint(
  program: Program,
  affected: readonly string[],
): Promise<readonly string[]> {
  const lastFaulty = readFaulty(record, rules);
  const eslint = new ESLint({
    cwd: root,
    passOnNoPatterns: true,
    warnIgnored: false,
    overrideConfig: {
      languageOptions: {
        parserOptions: {
          projectService: false,
          programs: [program.getProgram()],
        },
      },
    },
  });
  const results = await eslint.lintFiles(
    lastFaulty === undefined
      ? ["."]
      : [...new Set([...lastFaulty, ...affected])].filter(isOurs),
  );
  const faulty = results.filter(
    ({ errorCount, warningCount }) => errorCount + warningCount > 0,
  );
  const formatter = await eslint.loadFormatter("stylish");
  console.error(await formatter.format(faulty));
  return faulty.map(({ filePath }) => filePath);
}

function isOurs(path: string): boolean {
  return path.endsWith(".ts") && !path.includes("/node_modules/");
}

void runProgram(async () => ((await proveTypesAndLint()) ? 0 : 1));
