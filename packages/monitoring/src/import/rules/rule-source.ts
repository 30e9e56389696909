import type { AlertGroup, AlertRule } from "../../model/alert-rule";
import type { RecordingGroup } from "../../model/recording-rule";
import { kebabCase } from "../../model/uid";
import type { ImportedFile } from "../import-result";
import {
  Code,
  constantName,
  docComment,
  importLine,
  printed,
  type SourceValue,
} from "../source";
import type { RulesImportOptions } from "./import-options";
import type { RuleGroups } from "./imported-groups";

/** Past about this many lines a file is one list of files, one per group. */
const longestFile = 250;

/** How one kind of groups is written. */
interface GroupKind {
  /** `alerts`; the file is `<name>-alerts.ts`. */
  readonly file: string;
  /** `AlertGroup` */
  readonly type: string;
}

const alertKind: GroupKind = {
  file: "alerts",
  type: "AlertGroup",
};
const recordingKind: GroupKind = {
  file: "recordings",
  type: "RecordingGroup",
};

/** A group, printed. */
interface PrintedGroup {
  readonly name: string;
  /** With `team` in the place of that team, where the file has a constant for it. */
  readonly value: (team: string | undefined) => SourceValue;
  /** About how many lines it takes. */
  readonly lines: number;
  /** Teams of its rules. */
  readonly teams: readonly string[];
}

/** Where the groups of an import are exported. */
export interface ExportedGroups {
  readonly path: string;
  readonly constant: string;
}

/** The file and the constant that hold the alert groups of an import. */
export function exportedAlerts(options: RulesImportOptions): ExportedGroups {
  return exported(options, alertKind);
}

/** The file and the constant that hold the recording groups of an import. */
export function exportedRecordings(
  options: RulesImportOptions,
): ExportedGroups {
  return exported(options, recordingKind);
}

/** The files of `systems/<system>/` that hold the groups; a kind that is empty has none. */
export function ruleFilesSource(
  { alertGroups, recordingGroups }: RuleGroups,
  options: RulesImportOptions,
): readonly ImportedFile[] {
  return [
    ...filesOf(alertGroups.map(printedAlerts), alertKind, options),
    ...filesOf(recordingGroups.map(printedRecordings), recordingKind, options),
  ];
}

function exported(
  { system, name }: RulesImportOptions,
  { file, type }: GroupKind,
): ExportedGroups {
  return {
    path: `systems/${system}/${name}-${file}.ts`,
    constant: constantName(`${name} ${type}s`),
  };
}

function filesOf(
  groups: readonly PrintedGroup[],
  kind: GroupKind,
  options: RulesImportOptions,
): readonly ImportedFile[] {
  if (groups.length === 0) return [];
  const { path, constant } = exported(options, kind);
  const lines = groups.reduce((sum, group) => sum + group.lines, 0);
  const comment = docComment(
    `The ${kind.file} of ${options.name}, written by monitoring import.`,
  );
  const type = importLine([kind.type], "monitoring-as-code");
  if (lines <= longestFile || groups.length === 1) {
    const team = sharedTeam(groups.flatMap(({ teams }) => teams));
    return [
      {
        path,
        content: [
          type,
          ...teamConstant(team),
          `${comment}\nexport const ${constant}: readonly ${kind.type}[] = ${printed(groups.map(({ value }) => value(team)))};`,
        ].join("\n\n"),
      },
    ];
  }
  const taken = new Set([constant]);
  const stems = new Set<string>();
  const parts = groups.map((group) => ({
    group,
    constant: constantName(`${group.name} ${kind.type}`, taken),
    stem: `${options.name}-${freeStem(group.name, kind.file, stems)}-${kind.file}`,
  }));
  return [
    ...parts.map(({ group, constant: part, stem }) => {
      const team = sharedTeam(group.teams);
      return {
        path: `systems/${options.system}/${stem}.ts`,
        content: [
          type,
          ...teamConstant(team),
          `export const ${part}: ${kind.type} = ${printed(group.value(team))};`,
        ].join("\n\n"),
      };
    }),
    {
      path,
      content: [
        [
          type,
          ...parts.map(({ constant: part, stem }) =>
            importLine([part], `./${stem}`, "value"),
          ),
        ].join("\n"),
        `${comment}\nexport const ${constant}: readonly ${kind.type}[] = ${printed(parts.map(({ constant: part }) => new Code(part)))};`,
      ].join("\n\n"),
    },
  ];
}

/** The group's name, without `-alerts` where that follows anyway. */
function freeStem(name: string, ending: string, taken: Set<string>): string {
  const kebab = kebabCase(name) || "group";
  const base = kebab.endsWith(`-${ending}`)
    ? kebab.slice(0, -ending.length - 1)
    : kebab;
  let stem = base;
  for (let count = 2; taken.has(stem); count += 1) stem = `${base}-${count}`;
  taken.add(stem);
  return stem;
}

/** Rules of one team name it once. */
function sharedTeam(teams: readonly string[]): string | undefined {
  const [first] = teams;
  return teams.length > 1 && first !== "" && new Set(teams).size === 1
    ? first
    : undefined;
}

function teamConstant(team: string | undefined): readonly string[] {
  return team === undefined ? [] : [`const team = ${printed(team)};`];
}

function printedAlerts({ name, interval, alerts }: AlertGroup): PrintedGroup {
  return {
    name,
    value: (team) => ({
      name,
      interval,
      alerts: alerts.map((alert) => alertSource(alert, team)),
    }),
    lines: alerts.reduce((sum, alert) => sum + alertLines(alert), 5),
    teams: alerts.map(({ team }) => team),
  };
}

function printedRecordings({
  name,
  interval,
  recordings,
}: RecordingGroup): PrintedGroup {
  return {
    name,
    value: () => ({
      name,
      interval,
      recordings: recordings.map(({ record, expr, labels }) => ({
        record,
        expr,
        labels,
      })),
    }),
    lines: recordings.reduce(
      (sum, { expr, labels }) =>
        sum + 3 + expr.split("\n").length + (labels === undefined ? 0 : 1),
      5,
    ),
    teams: [],
  };
}

/** In the order in which alerts are written by hand. */
function alertSource(alert: AlertRule, team: string | undefined): SourceValue {
  const { condition, datasource } = alert;
  return {
    alert: alert.alert,
    expr: alert.expr,
    condition: condition && { is: condition.is, value: condition.value },
    datasource: datasource === "loki" ? datasource : undefined,
    for: alert.for,
    keepFiringFor: alert.keepFiringFor,
    severity: alert.severity,
    team: alert.team === team ? new Code("team") : alert.team,
    labels: alert.labels,
    summary: alert.summary,
    description: alert.description,
    annotations: alert.annotations,
  };
}

function alertLines({ expr, description, annotations }: AlertRule): number {
  const texts = [expr, description, ...Object.values(annotations ?? {})];
  return texts.reduce((sum, text) => sum + text.split("\n").length, 8);
}
