import type { Integration } from "../model/integration";
import type { Receiver } from "../model/receiver";
import {
  problemsInIntegration,
  templatesUsedBy,
} from "./grafana-integration-problems";
import { unknownTemplates } from "./message-template-problems";
import { brokenRules, got, repeatedIn } from "../rules/rule-table";

/** Names of contact points that every Grafana has. */
const builtinReceivers = ["empty", "grafana-default-email"];

/**
 * What Grafana refuses of the receivers of one organisation, where `defined` are the names of its message templates.
 * A second receiver of a name would silently become part of the first.
 */
export function problemsInReceivers(
  receivers: readonly Receiver[],
  defined: readonly string[],
): readonly string[] {
  return [
    ...repeatedIn(receivers.map(({ name }) => name)).map(
      (name) => `receivers must have different names, got "${name}" twice`,
    ),
    ...receivers.flatMap((receiver) =>
      problemsInReceiver(receiver, defined).map(
        (problem) => `receiver "${receiver.name}": ${problem}`,
      ),
    ),
  ];
}

/** What is wrong with one receiver. */
export function problemsInReceiver(
  { name, integrations }: Receiver,
  defined: readonly string[],
): readonly string[] {
  return [
    ...brokenRules([
      [
        name === "" || name.trim() !== name,
        `'name' must be text without spaces around it, ${got(name)}`,
      ],
      [
        builtinReceivers.includes(name),
        `'name' must not be ${builtinReceivers.join(" or ")}, which Grafana has already, ${got(name)}`,
      ],
      [
        integrations.length === 0,
        "'integrations' must hold at least one, got none",
      ],
    ]),
    ...integrations.flatMap((integration) =>
      [
        ...problemsInIntegration(integration),
        ...unknownTemplates(templatesUsedBy(integration), defined),
      ].map((problem) => `${nameOf(integration, integrations)}: ${problem}`),
    ),
  ];
}

/** The kind, with a number where the receiver has several of it. */
function nameOf(
  integration: Integration,
  integrations: readonly Integration[],
): string {
  const { kind } = integration;
  const same = integrations.filter((other) => other.kind === kind);
  return same.length === 1 ? kind : `${kind} ${same.indexOf(integration) + 1}`;
}
