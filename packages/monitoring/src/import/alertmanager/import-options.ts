import type { Environment } from "../../model/environment";
import type { SmtpSettings } from "../../model/smtp-settings";

/** A file of templates for messages. */
export interface TemplateFile {
  /** Its name, with or without folders. */
  readonly path: string;
  readonly content: string;
}

/** What a configuration of Alertmanager is imported as. */
export interface AlertmanagerImportOptions {
  /** kebab-case: `notifications/<name>.ts`, and the first part of the names of secrets. */
  readonly name: string;
  /** Where the round trip is rendered; kinds of integrations and the server for e-mail are set from the file. */
  readonly environment: Environment;
  /** Servers for e-mail that environments have already; another one is listed. @default [] */
  readonly smtp?: readonly SmtpSettings[];
  /** The files that a pattern of `templates` means, none where it means none. @default - no file is found */
  readonly readTemplates?: (pattern: string) => readonly TemplateFile[];
}
