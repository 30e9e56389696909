import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformOutput,
  Token,
  Tokenization,
  type TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";
import { mayHoldToken } from "./terraform-json";

type Tree = Record<string, unknown>;
type Resolve = (value: unknown) => unknown;

/**
 * What Terraform reads of `stack`: the same as its inherited `toTerraform()` gives. That looks for tokens in every key and
 * every string, twice; nearly all of a stack is plain data, so this looks once, and only where one can be.
 */
export function stackConfiguration(stack: TerraformStack): Tree {
  const elements = stack.node.findAll().filter(isElement);
  const overrides = stack["rawOverrides"] as Tree;
  const resolver = new DefaultTokenResolver(new StringConcat());
  const resolve: Resolve = (value) =>
    Tokenization.resolve(value, { scope: stack, resolver, preparing: false });
  const metadata: Tree = {
    version: stack.node.tryGetContext("cdktfVersion") as unknown,
    stackName: stack.node.id,
    backend: "local",
    ...(Object.keys(overrides).length > 0
      ? { overrides: { stack: Object.keys(overrides) } }
      : {}),
  };
  for (const element of elements)
    merge(metadata, resolve(element.toMetadata()) as Tree);
  const configuration: Tree = {
    "//": { metadata, outputs: outputNames(elements) },
  };
  for (const element of elements)
    merge(configuration, withoutTokens(element.toTerraform(), resolve) as Tree);
  merge(configuration, withoutTokens(overrides, resolve) as Tree);
  return configuration;
}

function isElement(construct: IConstruct): construct is TerraformElement {
  return TerraformElement.isTerraformElement(construct);
}

/** The outputs by their construct path, as `cdktf output` looks them up. */
function outputNames(elements: readonly TerraformElement[]): Tree {
  const names: Tree = {};
  for (const element of elements) {
    if (!TerraformOutput.isTerraformOutput(element)) continue;
    const path = element.node.path.split("/");
    merge(
      names,
      path.reduceRight<unknown>(
        (inner, part) => ({ [part]: inner }),
        element.friendlyUniqueId,
      ) as Tree,
    );
  }
  return names;
}

/** `value` with each token resolved, and without what is undefined. */
function withoutTokens(value: unknown, resolve: Resolve): unknown {
  if (typeof value === "string")
    return mayHoldToken(value) ? resolve(value) : value;
  if (Token.isUnresolved(value)) return resolve(value);
  if (Array.isArray(value))
    return value
      .map((item) => withoutTokens(item, resolve))
      .filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const plain: Tree = {};
  for (const [key, inner] of Object.entries(value)) {
    const resolved = withoutTokens(inner, resolve);
    if (resolved !== undefined)
      plain[withoutTokens(key, resolve) as string] = resolved;
  }
  return plain;
}

/** Adds `source` to `target`: objects key by key, lists to the end of lists; undefined takes nothing's place. */
function merge(target: Tree, source: Tree): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (Array.isArray(value) && Array.isArray(present))
      target[key] = [...(present as unknown[]), ...(value as unknown[])];
    else if (isTree(value) && isTree(present)) merge(present, value);
    else if (value !== undefined) target[key] = value;
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
