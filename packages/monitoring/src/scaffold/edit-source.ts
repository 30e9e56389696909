import ts from "typescript";

/** `source` with `statement` (an import) after its last import. Nothing changes when the same line is there. */
export function withImport(source: string, statement: string): string {
  if (source.includes(statement)) return source;
  const last = parsed(source).statements.filter(ts.isImportDeclaration).at(-1);
  const at = last?.end ?? 0;
  return `${source.slice(0, at)}\n${statement}${source.slice(at)}`;
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

function arrayCalled(source: string, name: string): ts.ArrayLiteralExpression {
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

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
}
