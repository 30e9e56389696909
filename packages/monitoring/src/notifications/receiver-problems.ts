import { duplicateNameProblems } from "../internal/duplicates";
import { problemsAt, type Problem } from "../internal/problem";
import type { Receiver } from "../model/receiver";
import { got } from "../rules/rule-table";
import { integrationProblems, templatesUsedBy } from "./integration-problems";
import type { Integration } from "./integrations/integration";
import { unknownTemplateProblems } from "./message-template-problems";

/** Names of contact points that every Grafana has. */
const builtinReceivers = ["empty", "grafana-default-email"];

/**
 * What a server refuses of receivers, where `defined` are the names that message templates define. A second receiver of
 * a name would silently become part of the first.
 */
export function allReceiverProblems(
  receivers: readonly Receiver[],
  defined: readonly string[],
): readonly Problem[] {
  return [
    ...duplicateNameProblems(
      "receiver",
      receivers.map(({ name }) => name),
    ),
    ...receivers.flatMap((receiver) => receiverProblems(receiver, defined)),
  ];
}

/** What a server refuses of one receiver, or takes although it reaches nobody. */
export function receiverProblems(
  { name, integrations }: Receiver,
  defined: readonly string[],
): readonly Problem[] {
  const path = `receiver "${name}"`;
  return [
    ...problemsAt(path, [
      ["name", name.trim() === "", `'name' must not be empty, ${got(name)}`],
      [
        "name",
        name.trim() !== "" && name.trim() !== name,
        `'name' must be text without spaces around it, ${got(name)}`,
        "grafana",
      ],
      [
        "name",
        builtinReceivers.includes(name),
        `'name' must not be ${builtinReceivers.join(" or ")}, which Grafana has already, ${got(name)}`,
        "grafana",
      ],
      [
        "empty-receiver",
        integrations.length === 0,
        "'integrations' must hold at least one, got none: its alerts would reach nobody",
      ],
    ]),
    ...integrations.flatMap((integration) =>
      problemsOfIntegration(
        integration,
        `${path} > ${nameOf(integration, integrations)}`,
        defined,
      ),
    ),
  ];
}

function problemsOfIntegration(
  integration: Integration,
  path: string,
  defined: readonly string[],
): readonly Problem[] {
  return [
    ...problemsAt(
      path,
      integrationProblems(integration).map((message) => [
        message.includes(" must be a Go template: ")
          ? "template-syntax"
          : "integration",
        true,
        message,
      ]),
    ),
    ...unknownTemplateProblems(templatesUsedBy(integration), defined, path),
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
