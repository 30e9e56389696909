import type { SmtpSettings } from "../../model/environment";
import type { Receiver } from "../../model/receiver";
import { Commented, type YamlValue } from "../yaml-file";
import { integrationConfig } from "./integration-config";
import { RenderContext } from "./render-context";
import type { ReceiverSection } from "./rendered-integration";

/** What receivers are rendered with. */
export interface ReceiverSettings {
  /** The version's second part: 25 for 0.25. */
  readonly minor: number;
  readonly smtp: SmtpSettings | undefined;
  /** Templates that are left out, by the names that they define. */
  readonly undefinedTemplates: ReadonlySet<string>;
}

/** The integrations of a receiver for Alertmanager, and what had to be left out, one line each. */
export interface RenderedReceiver {
  readonly sections: ReadonlyMap<ReceiverSection, readonly YamlValue[]>;
  readonly omitted: readonly string[];
}

/** Renders what Alertmanager knows of a receiver. */
export function renderReceiver(
  { integrations }: Receiver,
  { minor, smtp, undefinedTemplates }: ReceiverSettings,
): RenderedReceiver {
  const sections = new Map<ReceiverSection, readonly YamlValue[]>();
  const omitted: string[] = [];
  for (const integration of integrations) {
    const context = new RenderContext(minor, undefinedTemplates);
    const result = integrationConfig(integration, context, smtp);
    if ("omitted" in result) {
      omitted.push(`${integration.kind} is left out: ${result.omitted}`);
      continue;
    }
    omitted.push(
      ...context.notes.map((note) => `${integration.kind}: ${note}`),
    );
    sections.set(result.section, [
      ...(sections.get(result.section) ?? []),
      ...result.configs,
    ]);
  }
  return { sections, omitted };
}

/** An entry of `receivers`, with what was left out as comments before it. */
export function receiverConfig(
  name: string,
  { sections, omitted }: RenderedReceiver,
): YamlValue {
  return new Commented({ name, ...Object.fromEntries(sections) }, omitted);
}
