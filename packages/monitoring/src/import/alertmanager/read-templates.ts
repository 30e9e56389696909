import { templateObstacle } from "../../outputs/alertmanager/template-language";
import type { MessageTemplate } from "../../model/message-template";
import type { Unexpressed } from "../import-result";
import type { AlertmanagerImportOptions } from "./import-options";
import { newestMinor } from "./newest-version";
import type { ResolvedConfig } from "./resolved-config";

/** The templates that a configuration uses. */
export interface UsedTemplates {
  readonly templates: readonly MessageTemplate[];
  /** Patterns of files that mean none that was found. */
  readonly missing: readonly string[];
}

/** The templates that a configuration brings along and those that its patterns mean, named after their files. */
export function usedTemplates(
  {
    templates,
    templateFiles,
  }: Pick<ResolvedConfig, "templates" | "templateFiles">,
  {
    readTemplates = () => [],
  }: Pick<AlertmanagerImportOptions, "readTemplates">,
): UsedTemplates {
  const missing: string[] = [];
  const found = new Map(templateFiles.map((file) => [file.path, file]));
  for (const pattern of templates) {
    const isBrought = templateFiles.some(({ path }) => path === pattern);
    const files = readTemplates(pattern);
    for (const file of files) found.set(file.path, file);
    if (files.length === 0 && !isBrought) missing.push(pattern);
  }
  const taken = new Set<string>();
  return {
    templates: [...found.values()].map(({ path, content }) => ({
      name: nameOf(path, taken),
      template: content.endsWith("\n") ? content : `${content}\n`,
    })),
    missing,
  };
}

/** The templates; what is not there or cannot be read is listed. */
export function readTemplates(
  config: ResolvedConfig,
  options: AlertmanagerImportOptions,
  unexpressed: Unexpressed[],
): readonly MessageTemplate[] {
  const { templates, missing } = usedTemplates(config, options);
  for (const pattern of missing)
    unexpressed.push({
      path: `templates[${JSON.stringify(pattern)}]`,
      what: `templates in ${pattern}`,
      why: "no such file lies beside the configuration; what receivers use of them must be defined",
    });
  for (const { name, template } of templates) {
    const obstacle = templateObstacle(template, newestMinor);
    if (obstacle !== undefined)
      unexpressed.push({
        path: `templates[${JSON.stringify(name)}]`,
        what: `the templates in ${name}`,
        why: `Alertmanager is not given them: ${obstacle}`,
      });
  }
  return templates;
}

function nameOf(path: string, taken: Set<string>): string {
  const base =
    path
      .replace(/^.*\//, "")
      .replace(/\.(tmpl|tpl|gotmpl|template)$/, "")
      .replaceAll(/[^\w.-]/g, "-") || "template";
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
  taken.add(name);
  return name;
}
