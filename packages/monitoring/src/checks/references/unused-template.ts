import { definedIn } from "../../notifications/message-template-problems";
import { parseGoTemplate } from "../../rules/go-template";
import { notificationFunctions } from "../../rules/template-functions";
import type { Check } from "../check";
import { messageTexts } from "../templates/message-texts";

/** A message template whose definitions nobody uses. */
export const unusedTemplate: Check = {
  id: "references/unused-template",
  severity: "warning",
  title: "A message template that no receiver uses",
  scope: "environments",
  run: (deployments) => {
    const used = new Set(
      deployments
        .flatMap(messageTexts)
        .flatMap(
          ({ text }) =>
            parseGoTemplate(text, { functions: notificationFunctions }).uses,
        ),
    );
    const templates = new Set(
      deployments.flatMap(({ notifications }) => notifications.templates),
    );
    return [...templates]
      .filter((template) => !definedIn(template).some((name) => used.has(name)))
      .map(({ name }) => ({
        path: `template "${name}"`,
        message: "no receiver and no other template uses what it defines",
        fix: 'use it with {{ template "…" . }} in a receiver, or remove it',
      }));
  },
};
