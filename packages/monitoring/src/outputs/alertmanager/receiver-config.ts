import type { SmtpSettings } from "../../model/smtp-settings";
import type { Receiver } from "../../model/receiver";
import type { NotInAlertmanager } from "../../notifications/integrations/alertmanager-form";
import { Commented, type YamlValue } from "../yaml-file";
import {
  kindOf,
  type Integration,
} from "../../notifications/integrations/integration";
import { RenderContext } from "./render-context";

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
  readonly sections: ReadonlyMap<string, readonly YamlValue[]>;
  readonly omitted: readonly string[];
}

/** Renders what Alertmanager knows of a receiver. */
export function renderReceiver(
  { integrations }: Receiver,
  { minor, smtp, undefinedTemplates }: ReceiverSettings,
): RenderedReceiver {
  const sections = new Map<string, readonly YamlValue[]>();
  const omitted: string[] = [];
  for (const integration of integrations) {
    const context = new RenderContext(minor, smtp, undefinedTemplates);
    const result = sectionOf(integration, context);
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

/** An integration as Alertmanager has it, or why it does not. */
function sectionOf(
  integration: Integration,
  context: RenderContext,
):
  | { readonly section: string; readonly configs: readonly YamlValue[] }
  | NotInAlertmanager {
  const form = kindOf(integration).alertmanager;
  if ("omitted" in form) return form;
  const configs = form.write(integration, context);
  return "omitted" in configs ? configs : { section: form.section, configs };
}

/** An entry of `receivers`, with what was left out as comments before it. */
export function receiverConfig(
  name: string,
  { sections, omitted }: RenderedReceiver,
): YamlValue {
  return new Commented({ name, ...Object.fromEntries(sections) }, omitted);
}
