/** Functions of templates, and the minor version of Alertmanager that brought them; 0 for all supported ones. */
const functions: Readonly<Record<string, number>> = {
  // text/template of Go
  and: 0,
  call: 0,
  eq: 0,
  ge: 0,
  gt: 0,
  html: 0,
  index: 0,
  js: 0,
  le: 0,
  len: 0,
  lt: 0,
  ne: 0,
  not: 0,
  or: 0,
  print: 0,
  printf: 0,
  println: 0,
  slice: 0,
  urlquery: 0,
  // Alertmanager
  join: 0,
  match: 0,
  reReplaceAll: 0,
  safeHtml: 0,
  stringSlice: 0,
  title: 0,
  toLower: 0,
  toUpper: 0,
  trimSpace: 26,
  date: 28,
  humanizeDuration: 28,
  since: 28,
  tz: 28,
  safeUrl: 30,
  toJson: 30,
  urlUnescape: 30,
  append: 32,
  dict: 32,
  list: 32,
  now: 33,
  mustToDate: 34,
  routeLabels: 34,
  toDate: 34,
};

const keywords = new Set([
  "block",
  "break",
  "continue",
  "define",
  "else",
  "end",
  "false",
  "if",
  "nil",
  "range",
  "template",
  "true",
  "with",
]);

/** Fields of an alert that only Grafana's templates have. */
const grafanaFields =
  /\.(Values|ValueString|DashboardURL|PanelURL|SilenceURL|ImageURL|EmbeddedImage|OrgID)\b/;

/** What keeps Alertmanager 0.`minor` from rendering a text, `undefined` when nothing. */
export function templateObstacle(
  text: string,
  minor: number,
  undefinedTemplates: ReadonlySet<string> = new Set(),
): string | undefined {
  for (const action of actionsIn(text)) {
    const used = /\btemplate\s+"([^"]*)"/.exec(action)?.[1];
    if (used !== undefined && undefinedTemplates.has(used)) {
      return `template "${used}" is left out`;
    }
    const code = action.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*.*?\*\//gs, " ");
    const field = grafanaFields.exec(code)?.[0];
    if (field !== undefined) return `only Grafana has ${field}`;
    for (const [, name = ""] of code.matchAll(/(?<![\w.$])([A-Za-z_]\w*)/g)) {
      if (keywords.has(name)) continue;
      const since = Object.hasOwn(functions, name)
        ? functions[name]
        : undefined;
      if (since === undefined) return `Alertmanager has no function ${name}`;
      if (since > minor) {
        return `function ${name} needs Alertmanager 0.${since}`;
      }
    }
  }
  return undefined;
}

/** The names that a template file defines. */
export function definitionsIn(text: string): readonly string[] {
  return actionsIn(text).flatMap((action) => {
    const name = /^(?:define|block)\s+"([^"]*)"/.exec(action)?.[1];
    return name === undefined ? [] : [name];
  });
}

function actionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{-?\s*(.*?)\s*-?\}\}/gs)].map(
    ([, action = ""]) => action,
  );
}
