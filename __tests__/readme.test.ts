import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import packageJson from "../package.json";
import { scaffoldKinds } from "monitoring-as-code/scaffold";

const root = join(__dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

interface Snippet {
  /** Where it would lie, from its first line. */
  readonly path: string;
  readonly text: string;
}

const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = "", text = ""]) => ({ language, text }),
);
const snippets: readonly Snippet[] = blocks
  .filter(({ language }) => language === "ts")
  .map(({ text }) => ({
    path: /^\/\/ (\S+\.ts)\b/.exec(text)?.[1] ?? "",
    text,
  }));

/** What the compiler says of each file, where it would lie in the project. */
function compilerErrors(
  files: readonly Snippet[],
): readonly (readonly string[])[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) =>
    readFileSync(path, "utf8"),
  ) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      incremental: false,
      tsBuildInfoFile: null,
      // What is declared in code needs nothing of Node.js or jest, which take longer to read than all the rest.
      types: [],
    },
    root,
  );
  const given = new Map(
    files.map(({ path, text }) => [resolve(root, path), text]),
  );
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => given.has(path) || disk.fileExists(path),
    readFile: (path) => given.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = given.get(path);
      return text === undefined
        ? disk.getSourceFile(path, language)
        : ts.createSourceFile(path, text, language);
    },
  };
  const program = ts.createProgram([...given.keys()], options, host);
  return [...given.keys()].map((path) => {
    const source = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    );
  });
}

test("every snippet compiles where it says that it lies, and one that does not would be found", () => {
  expect(snippets.map(({ path }) => dirname(path))).toEqual([
    "dashboards/ecommerce",
    "systems/ecommerce",
    "systems/ecommerce",
    "environments",
  ]);
  const alert = snippets[1]!;
  const broken = {
    path: join(dirname(alert.path), "broken.ts"),
    text: alert.text.replace('"15m"', '"15 minutes"'),
  };
  expect(compilerErrors([...snippets, broken])).toEqual([
    ...snippets.map(() => []),
    [expect.stringContaining('"15 minutes"')],
  ]);
});

test("every npm script that it names exists", () => {
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(
    ([, name = ""]) => name,
  );
  expect(named.length).toBeGreaterThan(3);
  for (const name of named)
    expect(Object.keys(packageJson.scripts)).toContain(name);
});

test("everything that monitoring new writes is named with an example", () => {
  const named = [...readme.matchAll(/npx monitoring new (\w+) \S+/g)].map(
    ([, kind]) => kind,
  );
  expect([...new Set(named)].sort()).toEqual([...scaffoldKinds].sort());
});

test("every file that it links to exists", () => {
  const links = [...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map(
    ([, path = ""]) => path,
  );
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the two commands of the start are those that CI runs", () => {
  const ci = readFileSync(join(root, ".ci/run"), "utf8");
  expect(blocks[0]?.text).toMatch(
    /^npm ci && npm start .*\nnpm ci && npm test /,
  );
  for (const command of ["npm ci", "npm start", "npm test"])
    expect(ci).toContain(command);
});
