import type { ContactPointConfig } from "@cdktf/provider-grafana/lib/contact-point";
import {
  compare,
  kindsOfIntegration,
  type Integration,
  type IntegrationKind,
  type SecretTokens,
} from "monitoring-as-code";

/** The blocks of a contact point, by kind. */
export type IntegrationBlocks = Pick<ContactPointConfig, IntegrationKind>;

type Kinds = typeof kindsOfIntegration;

/** The block of a kind as the bindings have it. */
type Block<Kind extends IntegrationKind> = Extract<
  ContactPointConfig[Kind],
  readonly unknown[]
>[number];

/** What a kind writes; no block at all where it writes an attribute that the bindings do not have. */
type Written<Kind extends IntegrationKind> = keyof ReturnType<
  Kinds[Kind]["terraformBlock"]
> extends keyof Block<Kind>
  ? Block<Kind>
  : never;

/** Does not compile where a kind writes something else than the bindings take. */
const kinds: {
  readonly [Kind in IntegrationKind]: {
    terraformBlock(
      integration: Integration,
      secrets: SecretTokens,
    ): Written<Kind>;
  };
} = kindsOfIntegration;

/**
 * The blocks of a contact point for its integrations. Kinds are named as their blocks are; several of a kind stand in an
 * order that does not depend on how they were written, because Terraform reads them as a set.
 */
export function integrationBlocks(
  integrations: readonly Integration[],
  secrets: SecretTokens,
): IntegrationBlocks {
  const merged = new Map<IntegrationKind, object[]>();
  for (const integration of inOrder(integrations)) {
    const { kind } = integration;
    const block = kinds[kind].terraformBlock(integration, secrets);
    merged.set(kind, [...(merged.get(kind) ?? []), block]);
  }
  return Object.fromEntries(merged);
}

function inOrder(integrations: readonly Integration[]): readonly Integration[] {
  const keyed = integrations.map(
    (integration) => [JSON.stringify(integration), integration] as const,
  );
  return keyed
    .sort(([a], [b]) => compare(a, b))
    .map(([, integration]) => integration);
}
