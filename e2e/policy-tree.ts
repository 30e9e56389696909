import {
  type Matcher,
  type Receiver,
  type RootRoute,
  type Route,
} from "monitoring-as-code";

interface Policy {
  readonly contact_point?: string;
  readonly matcher?: readonly Matcher[];
  readonly continue?: boolean;
  readonly policy?: readonly Policy[];
}

/** The part of `cdk.tf.json` that says who is notified. */
export interface RoutedStack {
  readonly resource: {
    readonly grafana_notification_policy: Readonly<Record<string, Policy>>;
    readonly grafana_contact_point: Readonly<
      Record<string, { readonly name: string }>
    >;
  };
}

/** The routing tree as Terraform gives it to Grafana, turned back: receivers by name, without integrations. */
export function policyTree({ resource }: RoutedStack): RootRoute {
  const policies = Object.values(resource.grafana_notification_policy);
  const [root] = policies;
  if (policies.length !== 1 || root === undefined) {
    throw new Error(
      `a stack must have one notification policy, got ${policies.length}`,
    );
  }
  const receivers = new Map<string, Receiver>();
  const receiverOf = (reference: string): Receiver => {
    const key = /^\$\{grafana_contact_point\.([\w-]+)\.name\}$/.exec(
      reference,
    )?.[1];
    const name =
      key === undefined ? reference : resource.grafana_contact_point[key]?.name;
    if (name === undefined) {
      throw new Error(`the stack has no contact point for ${reference}`);
    }
    const written = unescaped(name);
    const known = receivers.get(written) ?? { name: written, integrations: [] };
    receivers.set(written, known);
    return known;
  };
  const routeOf = (policy: Policy): Route => ({
    matchers: (policy.matcher ?? []).map(({ label, match, value }) => ({
      label: unescaped(label),
      match,
      value: unescaped(value),
    })),
    ...(policy.contact_point !== undefined && {
      receiver: receiverOf(policy.contact_point),
    }),
    continue: policy.continue ?? false,
    routes: (policy.policy ?? []).map(routeOf),
  });
  return {
    receiver: receiverOf(root.contact_point ?? ""),
    groupBy: [],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: (root.policy ?? []).map(routeOf),
  };
}

/** Terraform's escape of `${` and `%{`. */
function unescaped(text: string): string {
  return text.replaceAll("$${", "${").replaceAll("%%{", "%{");
}
