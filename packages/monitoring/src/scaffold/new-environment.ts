import ts from "typescript";
import {
  elementsOf,
  importPath,
  parsed,
  withElement,
  withImport,
} from "./edit-source";
import {
  camelCase,
  existing,
  refuse,
  type ReadFile,
  type ScaffoldedFile,
} from "./project-files";

const registryPath = "environments/index.ts";

/**
 * An environment, and the line that lists it. It begins as a copy of the last one before production, with a name and
 * addresses of its own: two environments that share a Grafana would undo each other's changes.
 */
export function newEnvironment(name: string, read: ReadFile): ScaffoldedFile[] {
  const path = `environments/${name}.ts`;
  refuse(read, path);
  const registry = existing(read, registryPath);
  const listed = elementsOf(registry, "environments");
  const original = listed.at(-2) ?? listed.at(-1);
  if (original === undefined)
    throw new Error(
      `${registryPath}: must list an environment to begin from, got none; write the first one by hand`,
    );
  const copied = importPath(registry, original);
  if (copied === undefined)
    throw new Error(
      `${registryPath}: must import ${original} from a file beside it, got no such import; import it, or write the environment by hand`,
    );
  const constant = camelCase(name);
  return [
    {
      path,
      content: environmentCopy(
        existing(read, `environments/${copied.replace(/^\.\//, "")}.ts`),
        { name, constant, original },
      ),
    },
    {
      path: registryPath,
      content: withElement(
        withImport(registry, `import { ${constant} } from "./${name}";`),
        "environments",
        constant,
      ),
    },
  ];
}

interface CopiedAs {
  readonly name: string;
  readonly constant: string;
  /** The constant that is copied. */
  readonly original: string;
}

function environmentCopy(
  source: string,
  { name, constant, original }: CopiedAs,
): string {
  const file = parsed(source);
  const edits: { readonly node: ts.Node; readonly text: string }[] = [];
  const visit = (node: ts.Node, owners: readonly string[]): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === original)
      edits.push({ node: node.name, text: constant });
    if (ts.isPropertyAssignment(node)) {
      const path = [...owners, propertyName(node)];
      const { initializer } = node;
      const value = ts.isStringLiteral(initializer)
        ? ownValue(path.join("."), initializer.text, name)
        : undefined;
      if (value !== undefined)
        edits.push({ node: initializer, text: JSON.stringify(value) });
      ts.forEachChild(node, (child) => visit(child, path));
      return;
    }
    ts.forEachChild(node, (child) => visit(child, owners));
  };
  visit(file, []);
  return edits
    .sort((a, b) => b.node.getStart() - a.node.getStart())
    .reduce(
      (text, { node, text: replacement }) =>
        `${text.slice(0, node.getStart())}${replacement}${text.slice(node.end)}`,
      source,
    )
    .replace(
      /\/\*\*[\s\S]*?\*\//,
      () =>
        `/** Says in one sentence what this environment is for; it begins as a copy of ${original}. */`,
    );
}

function propertyName({ name }: ts.PropertyAssignment): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}

/** What the property at `path` becomes in the environment `name`; `undefined` where both may have the same. */
function ownValue(
  path: string,
  value: string,
  name: string,
): string | undefined {
  if (["name", "label", "cluster"].includes(path)) return name;
  return path === "grafana.url" || path.startsWith("dataSources.")
    ? ownAddress(value, name)
    : undefined;
}

/** `https://grafana.example.com` becomes `https://grafana.<name>.example.com`. */
function ownAddress(address: string, name: string): string {
  const parts = /^([a-z]+:\/\/)?([^:/]+)(.*)$/.exec(address);
  if (parts === null) return address;
  const [, scheme = "", host = "", rest = ""] = parts;
  const [first = "", ...domain] = host.split(".");
  const own =
    first === "localhost"
      ? [name, "example", "com"]
      : [
          first,
          name,
          ...(domain.length < 2 ? ["example", "com"] : domain.slice(-2)),
        ];
  return `${scheme}${own.join(".")}${rest}`;
}
