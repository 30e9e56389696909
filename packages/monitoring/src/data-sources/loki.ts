import { RE2JS } from "re2js";
import type { DataSourceBase, KindOfDataSource } from "./kind-of-data-source";
import { countProblems } from "./setting-problems";
import { traceKinds } from "./trace-links";

/** A pattern in log lines whose first group becomes a link. */
export interface DerivedField {
  readonly name: string;
  /** RE2, one group. */
  readonly matcherRegex: string;
  /** The trace datasource that opens it. */
  readonly datasourceUid: string;
}

export interface LokiDataSource extends DataSourceBase {
  readonly kind: "loki";
  /** @default 1000 */
  readonly maxLines?: number;
  readonly derivedFields: readonly DerivedField[];
}

export const loki = {
  plugin: "loki",
  address: "url",
  queries: {
    kind: "loki",
    variable: "logs",
    label: "Logs",
    preferred: { uid: "loki", name: "Loki" },
  },
  problems: ({ maxLines, derivedFields }: LokiDataSource) => [
    ...countProblems("maxLines", maxLines),
    ...derivedFields.flatMap(({ name, matcherRegex }, index) => [
      ...(derivedFields.findIndex((field) => field.name === name) < index
        ? [`derived fields must have names of their own, got "${name}" twice`]
        : []),
      ...patternProblems(name, matcherRegex),
    ]),
  ],
  links: ({ derivedFields }: LokiDataSource) =>
    derivedFields.map(({ name, datasourceUid }) => ({
      setting: `derivedFields.${name}`,
      uid: datasourceUid,
      kinds: traceKinds,
    })),
  jsonData: ({ maxLines = 1000, derivedFields }: LokiDataSource) => ({
    maxLines,
    ...(derivedFields.length === 0
      ? {}
      : {
          derivedFields: derivedFields.map((field) => ({
            name: field.name,
            matcherType: "regex",
            matcherRegex: field.matcherRegex,
            url: "${__value.raw}",
            datasourceUid: field.datasourceUid,
          })),
        }),
  }),
} as const satisfies KindOfDataSource<LokiDataSource>;

function patternProblems(name: string, regex: string): readonly string[] {
  let groups: number;
  try {
    groups = RE2JS.compile(regex).groupCount();
  } catch (error) {
    return [
      `'matcherRegex' of derived field "${name}" must be RE2, got "${regex}": ${(error as Error).message}`,
    ];
  }
  return groups === 1
    ? []
    : [
        `'matcherRegex' of derived field "${name}" must have one group, which becomes the link, got ${groups} in "${regex}"`,
      ];
}
