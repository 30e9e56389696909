/** A node of `grafana_notification_policy`, as Terraform's state holds it. */
export interface PolicyNode {
  readonly contact_point: string | null;
  readonly group_wait: string | null;
  readonly group_interval: string | null;
  readonly repeat_interval: string | null;
  readonly continue?: boolean | null;
  readonly mute_timings?: readonly string[] | null;
  readonly active_timings?: readonly string[] | null;
  readonly matcher?: readonly PolicyMatcher[] | null;
  readonly policy?: readonly PolicyNode[] | null;
}

interface PolicyMatcher {
  readonly label: string;
  readonly match: string;
  readonly value: string;
}

/** A row for each route, in the order in which Grafana tries them; what a route leaves out is that of the one above it. */
export function routeRows(root: PolicyNode): readonly (readonly string[])[] {
  return rowsBelow(root, 0);
}

function rowsBelow(
  node: PolicyNode,
  depth: number,
): readonly (readonly string[])[] {
  return [
    rowOf(node, depth),
    ...(node.policy ?? []).flatMap((child) => rowsBelow(child, depth + 1)),
  ];
}

function rowOf(node: PolicyNode, depth: number): readonly string[] {
  const matchers = (node.matcher ?? []).map(
    ({ label, match, value }) => `${label}${match}${JSON.stringify(value)}`,
  );
  const times = [node.group_wait, node.group_interval, node.repeat_interval];
  return [
    `${"  ".repeat(depth)}${matchers.join(" ") || "anything"}`,
    `${node.contact_point ?? ""}${node.continue ? " and on" : ""}`.trim(),
    times.every((time) => (time ?? "") === "")
      ? ""
      : times.map((time) => time || "–").join(" / "),
    [
      ...(node.mute_timings ?? []),
      ...(node.active_timings ?? []).map((name) => `outside ${name}`),
    ].join(", "),
  ];
}
