import type { Deployment } from "../../model/deployment";
import { isSecret } from "../../model/secret";
import type { Violation } from "../finding";
import { memoize } from "../../internal/memoize";

/** A Go template of a message: what a receiver sends, or what others build on. */
export interface MessageText extends Pick<Violation, "path" | "suppress"> {
  readonly text: string;
  /** The receiver whose text it is. @default - a template's */
  readonly receiver?: string;
}

/** Every text of an environment's notifications that holds an action. */
export const messageTexts = memoize(
  ({ notifications }: Deployment): readonly MessageText[] => [
    ...notifications.templates.map(({ name, template }) => ({
      path: `template "${name}"`,
      text: template,
    })),
    ...notifications.receivers.flatMap(({ name, integrations, suppress }) =>
      integrations.flatMap((integration) =>
        textsIn(integration, "").map(({ field, text }) => ({
          path: `receiver "${name}" > ${integration.kind} > ${field}`,
          suppress,
          text,
          receiver: name,
        })),
      ),
    ),
  ],
);

function textsIn(
  value: unknown,
  field: string,
): readonly { readonly field: string; readonly text: string }[] {
  if (typeof value === "string")
    return value.includes("{{") ? [{ field, text: value }] : [];
  if (typeof value !== "object" || value === null || isSecret(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, field === "" ? name : `${field}.${name}`),
  );
}
