import {
  DefaultTokenResolver,
  StringConcat,
  TerraformStack,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";

/** What an organisation of Grafana has once, and who has it; a stack describes one organisation. */
const owners = new WeakMap<TerraformStack, Map<string, string>>();

/** The setting that all alerting resources of a stack share, and who set it first. */
const provenances = new WeakMap<
  TerraformStack,
  { readonly editable: boolean; readonly path: string }
>();

/**
 * Takes `names` for `construct`. Gives a problem for each that another construct of the stack has taken already:
 * Grafana would not notice, or would take it away from the first.
 *
 * @param what the kind of thing that is named, for example `contact point`; it may hold tokens
 */
export function claimProblems(
  construct: Construct,
  what: string,
  names: readonly string[],
): readonly string[] {
  const stack = TerraformStack.of(construct);
  const taken = owners.get(stack) ?? new Map<string, string>();
  owners.set(stack, taken);
  const kind = resolved(construct, what);
  return names.flatMap((name) => {
    const key = `${kind}\n${name}`;
    const owner = taken.get(key);
    taken.set(key, owner ?? construct.node.path);
    return owner === undefined || owner === construct.node.path
      ? []
      : [`${kind} "${name}" must be defined once, got another at ${owner}`];
  });
}

/**
 * The problem of alerting resources of which some may be edited in the browser and some not, if there is one. Changing
 * the setting replaces contact points and mute timings: the provider cannot change it in place, a new contact point joins
 * the old one under its name, and a new timing is refused. To change it on purpose: `terraform state rm` the policy, reset
 * it in the browser, destroy contact points and timings by target, apply; nobody is notified meanwhile.
 */
export function provenanceProblems(
  construct: Construct,
  editable: boolean,
): readonly string[] {
  const stack = TerraformStack.of(construct);
  const first = provenances.get(stack);
  if (first === undefined) {
    provenances.set(stack, { editable, path: construct.node.path });
    return [];
  }
  return first.editable === editable
    ? []
    : [
        `'editable' must be ${first.editable} as at ${first.path}, got ${editable}: all alerting resources of a stack share it`,
      ];
}

/** Two tokens of one attribute are different texts until they are resolved. */
function resolved(scope: Construct, text: string): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return String(
    Tokenization.resolve(text, { scope, resolver, preparing: false }),
  );
}
