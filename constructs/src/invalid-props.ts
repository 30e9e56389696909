import type { Construct } from "constructs";

/** Throws when `problems` holds any: one message with the path of `construct` and all of them, a line each where there are several. */
export function rejectInvalidProps(
  construct: Construct,
  problems: readonly string[],
): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  throw new Error(
    others.length === 0
      ? `${construct.node.path}: ${first}`
      : [`${construct.node.path}:`, ...problems].join("\n  "),
  );
}
