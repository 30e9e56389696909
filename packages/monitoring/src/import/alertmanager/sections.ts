import type { AlertmanagerForm } from "../../notifications/integrations/alertmanager-form";
import {
  integrationKinds,
  kindsOfIntegration,
  type Integration,
} from "../../notifications/integrations/integration";

/** The kinds of integrations that both Alertmanager and the model know, by the key of a receiver that holds them. */
export const formsBySection: ReadonlyMap<
  string,
  AlertmanagerForm<Integration>
> = new Map(
  integrationKinds.flatMap((kind) => {
    const form: AlertmanagerForm<Integration> | { readonly omitted: string } =
      kindsOfIntegration[kind].alertmanager;
    return "omitted" in form ? [] : [[form.section, form] as const];
  }),
);
