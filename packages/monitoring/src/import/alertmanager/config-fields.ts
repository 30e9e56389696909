import { templateObstacle } from "../../outputs/alertmanager/template-language";
import type { Duration } from "../../model/duration";
import type { AlertmanagerFields } from "../../notifications/integrations/alertmanager-fields";
import { secret, type Secret } from "../../model/secret";
import { isMap, pathTo } from "../difference";
import type { ImportProblems } from "../import-problems";
import type { Unexpressed } from "../import-result";
import { millisecondsIn, modelDuration } from "../prometheus-duration";
import { spelledFlag } from "./integration-defaults";
import { kindOfValue, textsAt, type ConfigMap } from "./alertmanager-document";
import { newestMinor } from "./newest-version";
import { ownName } from "./secret-names";

/** Where is noted what became of a configuration. */
export interface ConfigReading {
  readonly problems: ImportProblems;
  readonly unexpressed: Unexpressed[];
  /** Templates that a file defines and Alertmanager cannot read. */
  readonly undefinedTemplates: ReadonlySet<string>;
  /** What the values of secrets are, by name. */
  readonly describe: (name: string) => string;
}

/**
 * Reads the fields of one map, each at most once, and lists those that nobody asked for. Values of fields that are left
 * are never shown: they may be secrets.
 */
export class ConfigFields implements AlertmanagerFields {
  private readonly left: Map<string, unknown>;
  private readonly nested: ConfigFields[] = [];

  constructor(
    fields: ConfigMap,
    readonly path: string,
    private readonly reading: ConfigReading,
  ) {
    this.left = new Map(Object.entries(fields));
  }

  /** Whether the field is there and was not read yet. */
  has(field: string): boolean {
    return this.left.has(field);
  }

  /** Whether the field is a text that was not read yet. */
  isText(field: string): boolean {
    return typeof this.left.get(field) === "string";
  }

  text(field: string): string | undefined {
    const value = this.take(field);
    if (value === undefined || typeof value === "string") return value;
    this.reading.problems.say(
      pathTo(this.path, field),
      `must be text, got ${kindOfValue(value)}`,
    );
    return undefined;
  }

  /** A text that must be there; `""` where it is not, which is a problem. */
  required(field: string): string {
    const value = this.text(field);
    if (value === undefined || value === "")
      this.reading.problems.say(
        pathTo(this.path, field),
        "must be there, got nothing",
      );
    return value ?? "";
  }

  /** A text with templates; left out and listed where Alertmanager cannot read it. */
  template(field: string): string | undefined {
    const value = this.text(field);
    const obstacle =
      value === undefined
        ? undefined
        : templateObstacle(value, newestMinor, this.reading.undefinedTemplates);
    if (obstacle === undefined) return value;
    this.list(field, `text of ${field}`, `it cannot be rendered: ${obstacle}`);
    return undefined;
  }

  /** A secret, as the resolved configuration has it. */
  secret(field: string): Secret | undefined {
    const file = this.text(`${field}_file`);
    const name = file === undefined ? undefined : ownName(file);
    return name === undefined
      ? undefined
      : secret(name, this.reading.describe(name));
  }

  flag(field: string): boolean | undefined {
    const value = spelledFlag(this.text(field));
    if (value === undefined) return undefined;
    if (value !== "true" && value !== "false")
      this.reading.problems.say(
        pathTo(this.path, field),
        `must be true or false, got ${JSON.stringify(value)}`,
      );
    return value === "true";
  }

  number(field: string): number | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() === "" || !Number.isInteger(number))
      this.reading.problems.say(
        pathTo(this.path, field),
        `must be a whole number, got ${JSON.stringify(value)}`,
      );
    return number;
  }

  /** A duration; one that is no whole number of seconds is listed. */
  duration(field: string): Duration | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    const milliseconds = millisecondsIn(value);
    if (milliseconds === undefined) {
      this.reading.problems.say(
        pathTo(this.path, field),
        `must be a duration such as "5m" or "1h30m", got ${JSON.stringify(value)}`,
      );
      return undefined;
    }
    const duration = modelDuration(milliseconds);
    if (duration === undefined)
      this.list(field, value, "durations are whole seconds here");
    return duration;
  }

  /** A list of texts, `undefined` where there is none. */
  texts(field: string): readonly string[] | undefined {
    const value = this.take(field);
    return value === undefined
      ? undefined
      : textsAt(value, pathTo(this.path, field), this.reading.problems);
  }

  /** The fields of a map inside; what is left of them is listed with the rest. */
  map(field: string): ConfigFields | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    if (!isMap(value)) {
      this.reading.problems.say(
        pathTo(this.path, field),
        `must be a map, got ${kindOfValue(value)}`,
      );
      return undefined;
    }
    const fields = new ConfigFields(
      value,
      pathTo(this.path, field),
      this.reading,
    );
    this.nested.push(fields);
    return fields;
  }

  /** The fields of each map in a list inside. */
  maps(field: string): readonly ConfigFields[] | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((entry, index) => {
      const path = `${pathTo(this.path, field)}[${index}]`;
      if (!isMap(entry))
        this.reading.problems.say(
          path,
          `must be a map, got ${kindOfValue(entry)}`,
        );
      const fields = new ConfigFields(
        isMap(entry) ? entry : {},
        path,
        this.reading,
      );
      this.nested.push(fields);
      return fields;
    });
  }

  /** All fields that are left, as texts; those that are none stay, and are listed, as do those that `unlike` matches. */
  restAsTexts(unlike?: RegExp): Readonly<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const [field, value] of [...this.left]) {
      if (typeof value !== "string" || unlike?.test(field) === true) continue;
      texts[field] = value;
      this.left.delete(field);
    }
    return texts;
  }

  /** The names of the fields that are left. */
  names(): readonly string[] {
    return [...this.left.keys()];
  }

  /** Lists a field that was read and cannot be said; `""` is the whole. */
  list(field: string, what: string, why: string): void {
    this.reading.unexpressed.push({
      path: this.at(field),
      what,
      why,
    });
  }

  /** A problem with a field. */
  say(field: string, message: string): void {
    this.reading.problems.say(this.at(field), message);
  }

  /** Lists what nobody asked for, here and in the maps inside. */
  finish(): void {
    for (const field of this.left.keys())
      this.list(field, field, "the model has no such field");
    for (const fields of this.nested) fields.finish();
  }

  /** A field, one of a map inside (`http_config.authorization`), or the whole. */
  private at(field: string): string {
    if (field === "") return this.path;
    return field.includes(".")
      ? `${this.path}.${field}`
      : pathTo(this.path, field);
  }

  private take(field: string): unknown {
    const value = this.left.get(field);
    this.left.delete(field);
    return value;
  }
}
