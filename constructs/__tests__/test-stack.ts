import "cdktf/lib/testing/adapters/jest";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { TerraformStack, Testing } from "cdktf";

/** A stack called `test` in an app of its own. */
export function testStack(): TerraformStack {
  return new TerraformStack(Testing.app(), "test");
}

interface Synthesized {
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
  readonly [block: string]: unknown;
}

/** What `define` adds to a stack, validated and synthesized, as Terraform's JSON. */
export function synthesized(define: (stack: TerraformStack) => void): string {
  const stack = testStack();
  define(stack);
  return Testing.synth(stack, true);
}

/** What `define` adds to a stack that reaches Grafana. */
export function synthesizedGrafana(
  define: (stack: TerraformStack) => void,
): string {
  return synthesized((stack) => {
    new GrafanaProvider(stack, "grafana", {});
    define(stack);
  });
}

/** What `define` adds to a stack that reaches AWS. */
export function synthesizedAws(
  define: (stack: TerraformStack) => void,
): string {
  return synthesized((stack) => {
    new AwsProvider(stack, "aws", {});
    define(stack);
  });
}

/** Resources of one type in Terraform's JSON, by address. */
export function resourcesIn(
  json: string,
  type: string,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return (JSON.parse(json) as Synthesized).resource?.[type] ?? {};
}

/** The only resource of a type in Terraform's JSON. */
export function onlyResourceIn(
  json: string,
  type: string,
): Readonly<Record<string, unknown>> {
  const [resource, ...others] = Object.values(resourcesIn(json, type));
  if (resource === undefined || others.length > 0)
    throw new Error(
      `expected one ${type}, got ${others.length + (resource === undefined ? 0 : 1)}`,
    );
  return resource;
}

/** What Terraform makes of an attribute that holds escaped JSON. */
export function jsonOf(attribute: unknown): unknown {
  return JSON.parse(String(attribute).replace(/([$%])\1(?=\{)/g, "$1"));
}
