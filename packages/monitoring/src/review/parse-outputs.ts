import { objectOf, objectsOf, type JsonObject } from "../internal/json-tree";
import { forcingAttributes } from "./forced-replacement";
import { parseJson } from "./parse-json";
import { resolved } from "./references";
import {
  ReviewInputError,
  type Action,
  type Comparison,
  type ResourceChange,
} from "./resource-change";
import { withoutSecrets } from "./secret-values";
import { isObject, isSame } from "./value";

/** One synthesized stack. */
export interface StackFile {
  /** Where it was read, for errors. */
  readonly source: string;
  readonly text: string;
}

/** What cdktf and Terraform say about a resource, and not to its provider. */
const metaArguments = new Set([
  "//",
  "lifecycle",
  "depends_on",
  "provider",
  "provisioner",
  "connection",
]);

interface Stack {
  readonly resources: ReadonlyMap<string, Resource>;
  /** New address to old address. */
  readonly moved: ReadonlyMap<string, string>;
}

interface Resource {
  readonly type: string;
  readonly attributes: JsonObject;
}

/**
 * What Terraform would do about the differences of two synthesized stacks, as far as can be told without its state; a
 * side that is missing is an environment that does not exist there. Throws a {@link ReviewInputError}.
 */
export function parseOutputs(
  environment: string,
  base: StackFile | undefined,
  head: StackFile | undefined,
): Comparison {
  const before = base === undefined ? emptyStack : parseStack(base);
  const after =
    head === undefined
      ? emptyStack
      : head.text === base?.text
        ? before
        : parseStack(head);
  const sourceOf = (address: string): string =>
    before.resources.has(address)
      ? address
      : (after.moved.get(address) ?? address);
  const moved = new Set([...after.resources.keys()].map(sourceOf));
  const gone = [...before.resources].filter(([address]) => !moved.has(address));
  const changes = [
    ...[...after.resources].map(([address, resource]) =>
      changeOf(address, sourceOf(address), before, resource),
    ),
    ...gone.map(([address, { type, attributes }]) => ({
      address,
      type,
      action: "delete" as const,
      before: attributes,
      replacedBy: [],
    })),
  ];
  return {
    environment,
    changes: changes.sort((a, b) =>
      a.address < b.address ? -1 : a.address > b.address ? 1 : 0,
    ),
    drift: [],
  };
}

const emptyStack: Stack = { resources: new Map(), moved: new Map() };

function changeOf(
  address: string,
  source: string,
  before: Stack,
  { type, attributes }: Resource,
): ResourceChange {
  const old = before.resources.get(source)?.attributes;
  const replacedBy =
    old === undefined
      ? []
      : forcingAttributes(type).filter(
          (name) => !isSame(old[name], attributes[name]),
        );
  const action: Action =
    old === undefined
      ? "create"
      : replacedBy.length > 0
        ? "replace"
        : isSame(old, attributes)
          ? "no-op"
          : "update";
  return {
    address,
    type,
    action,
    ...(old && { before: old }),
    after: attributes,
    replacedBy,
    ...(source !== address && old && { previousAddress: source }),
  };
}

function parseStack({ source, text }: StackFile): Stack {
  const expected = "a synthesized stack (cdk.tf.json)";
  const stack = parseJson(text, source, expected);
  if (!isObject(stack) || !("terraform" in stack || "resource" in stack))
    throw new ReviewInputError(
      `${source}: must be ${expected}, got ${isObject(stack) ? `an object with ${Object.keys(stack).slice(0, 8).join(", ") || "no fields"}` : "no object"}`,
    );
  const written = objectOf(stack.resource);
  const resources = new Map<string, Resource>();
  const problems: string[] = [];
  for (const [type, named] of Object.entries(written))
    for (const [name, attributes] of Object.entries(objectOf(named))) {
      const address = `${type}.${name}`;
      if (!isObject(attributes)) {
        problems.push(`${address} must be an object`);
        continue;
      }
      const given = Object.fromEntries(
        Object.entries(attributes).filter(([key]) => !metaArguments.has(key)),
      );
      resources.set(address, {
        type,
        attributes: objectOf(withoutSecrets(resolved(given, written))),
      });
    }
  if (problems.length > 0)
    throw new ReviewInputError(
      `${source}: must be ${expected}; ${problems.join("; ")}`,
    );
  return {
    resources,
    moved: new Map(
      objectsOf(stack.moved).map(({ from, to }) => [String(to), String(from)]),
    ),
  };
}
