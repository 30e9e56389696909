import type { Integration } from "../../notifications/integrations/integration";
import type { Receiver } from "../../model/receiver";
import { ConfigFields, type ConfigReading } from "./config-fields";
import type { ResolvedEntry, ResolvedReceiver } from "./resolved-config";
import { formsBySection } from "./sections";

/**
 * A receiver with what the model can say of it. One that is left without any integration reaches what the root's receiver
 * reaches, which is listed.
 */
export function readReceiver(
  { name, path, entries, fields }: ResolvedReceiver,
  reading: ConfigReading,
): Receiver {
  new ConfigFields(fields, path, reading).finish();
  const integrations = entries.flatMap((entry) => readEntry(entry, reading));
  if (entries.length > 0 && integrations.length === 0)
    reading.unexpressed.push({
      path,
      what: "a receiver of whose integrations none can be said",
      why: "its alerts reach what the receiver of the root reaches, until it is given one",
    });
  return { name, integrations };
}

function readEntry(
  { section, path, fields }: ResolvedEntry,
  reading: ConfigReading,
): readonly Integration[] {
  const form = formsBySection.get(section);
  if (fields === undefined || form === undefined) {
    reading.unexpressed.push({
      path,
      what: section,
      why: "the model has no integration of this kind that Alertmanager knows",
    });
    return [];
  }
  const config = new ConfigFields(fields, path, reading);
  const integration = form.read(config);
  if (integration === undefined) return [];
  config.finish();
  return [integration];
}
