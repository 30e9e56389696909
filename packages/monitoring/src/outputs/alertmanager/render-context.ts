import type { SmtpSettings } from "../../model/smtp-settings";
import type { AlertmanagerContext } from "../../notifications/integrations/alertmanager-form";
import { templateObstacle } from "./template-language";

/**
 * Renders the fields of one integration for one version of Alertmanager, and notes what had to be left out.
 * A field that is not given renders to nothing and is not noted.
 */
export class RenderContext implements AlertmanagerContext {
  /** What was left out, one line each. */
  readonly notes: string[] = [];

  /**
   * @param minor the version's second part: 25 for 0.25
   * @param smtp the server that sends e-mail
   * @param undefinedTemplates names of templates that are left out of the deployment
   */
  constructor(
    readonly minor: number,
    readonly smtp: SmtpSettings | undefined,
    private readonly undefinedTemplates: ReadonlySet<string>,
  ) {}

  /** A text with templates; left out where Alertmanager does not know a function, field or template that it uses. */
  text(field: string, value: string | undefined): string | undefined {
    if (value === undefined) return undefined;
    const obstacle = templateObstacle(
      value,
      this.minor,
      this.undefinedTemplates,
    );
    if (obstacle === undefined) return value;
    this.notes.push(`${field} is left out: ${obstacle}`);
    return undefined;
  }

  /** A field that exists since 0.`minor`. */
  since<T>(minor: number, field: string, value: T | undefined): T | undefined {
    if (value === undefined || this.minor >= minor) return value;
    this.notes.push(`${field} is left out: it needs Alertmanager 0.${minor}`);
    return undefined;
  }

  /** Fields that Alertmanager has in no version. */
  unknown(fields: Readonly<Record<string, unknown>>): void {
    for (const [field, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      this.notes.push(`${field} is left out: Alertmanager has no such field`);
    }
  }
}
