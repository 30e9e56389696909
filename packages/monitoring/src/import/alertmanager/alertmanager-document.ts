import { isMap } from "../difference";
import type { ImportProblems } from "../import-problems";
import type { TemplateFile } from "./import-options";

export type ConfigMap = Readonly<Record<string, unknown>>;

/** A receiver as it stands in the file. */
export interface RawReceiver {
  readonly name: string;
  /** `receivers["on-call"]` */
  readonly path: string;
  /** Lists of integrations by their key: `slack_configs`. */
  readonly sections: Readonly<Record<string, readonly ConfigMap[]>>;
  /** Everything else. */
  readonly fields: ConfigMap;
}

/** A named set of time intervals as it stands in the file. */
export interface RawTiming {
  readonly name: string;
  /** `time_intervals["nights"]` */
  readonly path: string;
  readonly intervals: readonly ConfigMap[];
  readonly fields: ConfigMap;
}

/** A configuration of Alertmanager, taken apart. */
export interface RawConfig {
  readonly global: ConfigMap;
  readonly route: ConfigMap;
  readonly receivers: readonly RawReceiver[];
  readonly timings: readonly RawTiming[];
  readonly inhibitions: readonly ConfigMap[];
  /** Patterns of files. */
  readonly templates: readonly string[];
  /** Templates that the file brings along. */
  readonly templateFiles: readonly TemplateFile[];
  /** Keys that Alertmanager does not know. */
  readonly fields: ConfigMap;
}

export const configForm =
  "a configuration of Alertmanager with route and receivers";

/** Takes the one document of a file apart. What is no configuration goes to `problems`, doubled names too. */
export function alertmanagerDocument(
  documents: readonly unknown[],
  problems: ImportProblems,
  parse: (text: string) => readonly unknown[],
): RawConfig {
  const [document] = documents;
  if (documents.length > 1)
    problems.say("file", `must be one document, got ${documents.length}`);
  if (!isMap(document)) {
    problems.say(
      "file",
      `must be ${configForm}, got ${document === undefined ? "nothing" : "something else"}`,
    );
    return taken({}, [], problems);
  }
  if (typeof document.alertmanager_config === "string") {
    const { alertmanager_config, template_files, ...fields } = document;
    const inner = parse(alertmanager_config)[0];
    const files = Object.entries(isMap(template_files) ? template_files : {});
    return taken(
      { ...(isMap(inner) ? inner : {}), ...fields },
      files.flatMap(([path, content]) =>
        typeof content === "string" ? [{ path, content }] : [],
      ),
      problems,
    );
  }
  if (document.kind !== undefined) {
    problems.say(
      "file",
      `must be ${configForm}, got a resource of Kubernetes of kind ${JSON.stringify(document.kind)}; of a Secret import the alertmanager.yaml in its data`,
    );
    return taken({}, [], problems);
  }
  return taken(document, [], problems);
}

function taken(
  document: ConfigMap,
  templateFiles: readonly TemplateFile[],
  problems: ImportProblems,
): RawConfig {
  const {
    global = {},
    route = {},
    receivers = [],
    time_intervals = [],
    mute_time_intervals = [],
    inhibit_rules = [],
    templates = [],
    ...fields
  } = document;
  if (Object.keys(document).length > 0 && document.route === undefined)
    problems.say("route", "must be the route of every alert, got nothing");
  return {
    global: mapAt(global, "global", problems),
    route: mapAt(route, "route", problems),
    receivers: named(
      mapsAt(receivers, "receivers", problems),
      "receivers",
      problems,
    ).map(({ name, path, fields: all }) => {
      const sections: Record<string, readonly ConfigMap[]> = {};
      const others: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(all)) {
        if (key.endsWith("_configs"))
          sections[key] = mapsAt(value, `${path}.${key}`, problems);
        else others[key] = value;
      }
      return { name, path, sections, fields: others };
    }),
    timings: named(
      [
        ...mapsAt(time_intervals, "time_intervals", problems),
        ...mapsAt(mute_time_intervals, "mute_time_intervals", problems),
      ],
      "time_intervals",
      problems,
    ).map(
      ({ name, path, fields: { time_intervals: list = [], ...others } }) => ({
        name,
        path,
        intervals: mapsAt(list, `${path}.time_intervals`, problems),
        fields: others,
      }),
    ),
    inhibitions: mapsAt(inhibit_rules, "inhibit_rules", problems),
    templates: textsAt(templates, "templates", problems),
    templateFiles,
    fields,
  };
}

/** A map, `{}` where it is none, which is noted. */
export function mapAt(
  value: unknown,
  path: string,
  problems: ImportProblems,
): ConfigMap {
  if (isMap(value)) return value;
  problems.say(path, `must be a map, got ${kindOfValue(value)}`);
  return {};
}

/** A list of maps; entries that are none are noted. */
export function mapsAt(
  value: unknown,
  path: string,
  problems: ImportProblems,
): readonly ConfigMap[] {
  if (!Array.isArray(value)) {
    problems.say(path, `must be a list, got ${kindOfValue(value)}`);
    return [];
  }
  return value.map((entry: unknown, index) =>
    mapAt(entry, `${path}[${index}]`, problems),
  );
}

/** A list of texts; entries that are none are noted. */
export function textsAt(
  value: unknown,
  path: string,
  problems: ImportProblems,
): readonly string[] {
  if (!Array.isArray(value)) {
    problems.say(path, `must be a list of texts, got ${kindOfValue(value)}`);
    return [];
  }
  return value.flatMap((entry: unknown, index) => {
    if (typeof entry === "string") return [entry];
    problems.say(
      `${path}[${index}]`,
      `must be text, got ${kindOfValue(entry)}`,
    );
    return [];
  });
}

/** What a value is. Its text may be a secret, so that no error shows it. */
export function kindOfValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return isMap(value) ? "a map" : "text";
}

interface NamedMap {
  readonly name: string;
  readonly path: string;
  readonly fields: ConfigMap;
}

function named(
  maps: readonly ConfigMap[],
  list: string,
  problems: ImportProblems,
): readonly NamedMap[] {
  const seen = new Set<string>();
  return maps.flatMap(({ name, ...fields }, index) => {
    if (typeof name !== "string" || name === "") {
      problems.add(`${list}[${index}].name`, "a name", name);
      return [];
    }
    const path = `${list}[${JSON.stringify(name)}]`;
    if (seen.has(name))
      problems.say(path, "a name must be used once, got it twice");
    seen.add(name);
    return [{ name, path, fields }];
  });
}
