import { objectOf, type JsonObject } from "../internal/json-tree";
import { isObject } from "./value";

/** Resources of a synthesized stack: type to name to attributes. */
export type Resources = Readonly<Record<string, unknown>>;

/** Terraform's template syntax: an escape, or an expression. */
const template = /\$\$\{|%%\{|\$\{([^{}]*)\}/g;

/** More references in a row than this lead in a circle. */
const deepest = 5;

/** Attributes as the provider gets them: what refers to text elsewhere in the stack holds that text, escapes are undone. */
export function resolved(
  attributes: JsonObject,
  resources: Resources,
): JsonObject {
  return objectOf(resolve(attributes, resources, 0));
}

function resolve(value: unknown, resources: Resources, depth: number): unknown {
  if (typeof value === "string") {
    if (!value.includes("{")) return value;
    return value.replace(template, (written, expression?: string) => {
      if (written === "$${") return "${";
      if (written === "%%{") return "%{";
      return referred(expression ?? "", resources, depth) ?? written;
    });
  }
  if (Array.isArray(value))
    return value.map((inner) => resolve(inner, resources, depth));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      resolve(inner, resources, depth),
    ]),
  );
}

/** The text that `type.name.attribute` stands for, where the stack gives it. */
function referred(
  expression: string,
  resources: Resources,
  depth: number,
): string | undefined {
  const [, type = "", name = "", attribute = ""] =
    /^(\w+)\.([\w-]+)\.(\w+)$/.exec(expression) ?? [];
  const resource = objectOf(objectOf(resources[type])[name]);
  const written = resource[attribute] ?? uidOfDashboard(attribute, resource);
  if (typeof written !== "string" || depth >= deepest) return undefined;
  return String(resolve(written, resources, depth + 1));
}

/** A dashboard's uid stands in its JSON. */
function uidOfDashboard(
  attribute: string,
  { config_json: json }: JsonObject,
): string | undefined {
  if (attribute !== "uid" || typeof json !== "string") return undefined;
  return /"uid":"([\w-]+)"/.exec(json.slice(0, 200))?.[1];
}
