import ts from "typescript";

/** `source` with `statement` (an import) after its last import. Nothing changes when the same line is there. */
export function withImport(source: string, statement: string): string {
  if (source.includes(statement)) return source;
  const last = parsed(source).statements.filter(ts.isImportDeclaration).at(-1);
  if (last === undefined) return `${statement}\n${source}`;
  return `${source.slice(0, last.end)}\n${statement}${source.slice(last.end)}`;
}

/** `source` with `statement` before the exported constant that holds the array `name`. */
export function withStatementBefore(
  source: string,
  name: string,
  statement: string,
): string {
  const at = statementOf(arrayCalled(source, name)).getFullStart();
  return `${source.slice(0, at)}\n\n${statement}${source.slice(at)}`;
}

/**
 * `source` with `element` in the array that the constant or property `name` holds, at its end or its start.
 * Throws when there is no such array.
 */
export function withElement(
  source: string,
  name: string,
  element: string,
  place: "first" | "last" = "last",
): string {
  const { elements, pos, end } = arrayCalled(source, name);
  if (place === "first") {
    const at = source.indexOf("[", pos) + 1;
    return `${source.slice(0, at)}${element}${elements.length > 0 ? "," : ""}${source.slice(at)}`;
  }
  const at = elements.at(-1)?.end ?? end - 1;
  return `${source.slice(0, at)}${elements.length > 0 ? "," : ""}${element}${source.slice(at)}`;
}

/** The elements of the array that `name` holds, as they are written. Throws when there is no such array. */
export function elementsOf(source: string, name: string): readonly string[] {
  return arrayCalled(source, name).elements.map((element) => element.getText());
}

/** Where `name` is imported from; `undefined` where it is not. */
export function importPath(source: string, name: string): string | undefined {
  for (const statement of parsed(source).statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (
      bindings !== undefined &&
      ts.isNamedImports(bindings) &&
      bindings.elements.some((element) => element.name.text === name) &&
      ts.isStringLiteral(statement.moduleSpecifier)
    )
      return statement.moduleSpecifier.text;
  }
  return undefined;
}

/**
 * `source` with the property `name`, an empty list, taken from the constant of the same name instead.
 * Throws where the property is not an empty list.
 */
export function withConstant(source: string, name: string): string {
  const { elements, parent } = arrayCalled(source, name);
  if (!ts.isPropertyAssignment(parent) || elements.length > 0)
    throw new Error(
      `the property "${name}" must be an empty list to take the new constant ${name}, got ${parent.getText()}; add it by hand`,
    );
  return `${source.slice(0, parent.getStart())}${name}${source.slice(parent.end)}`;
}

/** `source` with `name` (`type Receiver`, `is`) among what it imports from `module`. */
export function withImportOf(
  source: string,
  name: string,
  module: string,
): string {
  const bare = name.replace(/^type /, "");
  if (importPath(source, bare) !== undefined) return source;
  const bindings = parsed(source)
    .statements.filter(ts.isImportDeclaration)
    .filter(
      ({ moduleSpecifier }) =>
        ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === module,
    )
    .map(({ importClause }) => importClause)
    .find(
      (clause) => clause !== undefined && !clause.isTypeOnly,
    )?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings))
    return withImport(
      source,
      name === bare
        ? `import { ${bare} } from "${module}";`
        : `import type { ${bare} } from "${module}";`,
    );
  const at = bindings.elements.at(-1)?.end ?? bindings.getStart() + 1;
  return `${source.slice(0, at)}${bindings.elements.length > 0 ? ", " : ""}${name}${source.slice(at)}`;
}

/** The array that the constant or property `name` holds, the first in the text. Throws when there is none. */
export function arrayCalled(
  source: string,
  name: string,
): ts.ArrayLiteralExpression {
  let found: ts.ArrayLiteralExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (
      found === undefined &&
      (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
      node.name.getText() === name &&
      node.initializer !== undefined &&
      ts.isArrayLiteralExpression(node.initializer)
    ) {
      found = node.initializer;
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  if (found === undefined) {
    throw new Error(
      `no list called "${name}" to add to: write it as ${name}: [ … ], or add the entry by hand`,
    );
  }
  return found;
}

function statementOf(node: ts.Node): ts.Node {
  let statement = node;
  while (!ts.isSourceFile(statement.parent)) statement = statement.parent;
  return statement;
}

/** The syntax tree of `source`. */
export function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
}
