import { isKeyword, unquoted } from "../../rules/go-template";
import {
  tokenizeTemplate,
  type TemplateToken,
} from "../../rules/go-template-tokens";
import { alertmanagerSince } from "../../rules/template-functions";

/** Fields of an alert that only Grafana's templates have. */
const grafanaFields: ReadonlySet<string> = new Set([
  ".DashboardURL",
  ".EmbeddedImage",
  ".ImageURL",
  ".OrgID",
  ".PanelURL",
  ".SilenceURL",
  ".ValueString",
  ".Values",
]);

/** What keeps Alertmanager 0.`minor` from rendering a text, `undefined` when nothing. */
export function templateObstacle(
  text: string,
  minor: number,
  undefinedTemplates: ReadonlySet<string> = new Set(),
): string | undefined {
  for (const { tokens } of tokenizeTemplate(text).actions) {
    const [first, name] = tokens;
    if (first?.text === "template" && name?.kind === "string") {
      const used = unquoted(name.text);
      if (undefinedTemplates.has(used)) return `template "${used}" is left out`;
    }
    const field = tokens.find(
      (token) => token.kind === "field" && grafanaFields.has(token.text),
    );
    if (field !== undefined) return `only Grafana has ${field.text}`;
    const obstacle = functionObstacle(tokens, minor);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

function functionObstacle(
  tokens: readonly TemplateToken[],
  minor: number,
): string | undefined {
  for (const { kind, text } of tokens) {
    if (kind !== "word" || isKeyword(text)) continue;
    const since = alertmanagerSince(text);
    if (since === undefined) return `Alertmanager has no function ${text}`;
    if (since > minor) return `function ${text} needs Alertmanager 0.${since}`;
  }
  return undefined;
}
