import { RE2JS } from "re2js";
import type { DataSource } from "../model/data-source";
import { isDuration, secondsIn } from "../model/duration";
import { isSecret } from "../model/secret";
import { isUid, uidLength } from "../model/uid";
import { referenceProblems } from "./data-source-references";
import { hostAndPortProblem, httpUrlProblem } from "../internal/http-url";

/** Uids and names that Grafana uses itself. */
const reserved: readonly string[] = ["grafana", "__expr__", "-100"];

/** Everything that is wrong with the datasources of one Grafana, each problem naming its datasource. */
export function dataSourceProblems(
  dataSources: readonly DataSource[],
): readonly string[] {
  return [
    ...dataSources.flatMap((dataSource) =>
      [
        ...identityProblems(dataSource),
        ...connectionProblems(dataSource),
        ...settingProblems(dataSource),
        ...referenceProblems(dataSource, dataSources),
      ].map((problem) => `datasource "${dataSource.uid}": ${problem}`),
    ),
    ...uniquenessProblems(dataSources),
    ...defaultProblems(dataSources),
  ];
}

function identityProblems({ uid, name }: DataSource): readonly string[] {
  return [
    ...(isUid(uid)
      ? []
      : [
          `'uid' must be at most ${uidLength} letters, digits, hyphens and underscores, got "${uid}"`,
        ]),
    ...(reserved.includes(uid)
      ? [`'uid' must not be one of Grafana's own (${reserved.join(", ")})`]
      : []),
    ...(name.trim() === "" || name.startsWith("-- ")
      ? [
          `'name' must not be empty or start like Grafana's own "-- Grafana --", got "${name}"`,
        ]
      : []),
  ];
}

function connectionProblems(dataSource: DataSource): readonly string[] {
  const {
    url,
    basicAuthUser,
    basicAuthPassword,
    httpHeaders = {},
  } = dataSource;
  const urlProblem =
    dataSource.kind === "postgres"
      ? hostAndPortProblem(url)
      : httpUrlProblem(url);
  const names = Object.keys(httpHeaders);
  return [
    ...(urlProblem === undefined ? [] : [`'url' must be ${urlProblem}`]),
    ...((basicAuthUser === undefined) === (basicAuthPassword === undefined)
      ? []
      : [
          `'basicAuthUser' and 'basicAuthPassword' must be given together, got only '${basicAuthUser === undefined ? "basicAuthPassword" : "basicAuthUser"}'`,
        ]),
    ...(dataSource.kind === "postgres" &&
    (names.length > 0 || basicAuthUser !== undefined)
      ? [
          "'httpHeaders' and 'basicAuthUser' must be left out, because PostgreSQL does not speak HTTP",
        ]
      : []),
    ...Object.entries(httpHeaders).flatMap(([name, value]) =>
      headerProblems(name, value),
    ),
    ...names
      .filter((name, index) =>
        names
          .slice(0, index)
          .some((earlier) => earlier.toLowerCase() === name.toLowerCase()),
      )
      .map(
        (name) => `'httpHeaders' must not repeat a header, got "${name}" twice`,
      ),
  ];
}

function headerProblems(name: string, value: unknown): readonly string[] {
  return [
    // The characters of a token of RFC 9110, section 5.6.2.
    ...(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)
      ? []
      : [`'httpHeaders' must be named like HTTP headers, got "${name}"`]),
    ...(/^httpHeader(Name|Value)\d*$/i.test(name)
      ? [
          `'httpHeaders' must map a header to its value, such as "X-Scope-OrgID", got "${name}"`,
        ]
      : []),
    ...(!isSecret(value) &&
    /authorization|cookie|token|password|secret|api-?key/i.test(name)
      ? [`header "${name}" must be a secret, got text`]
      : []),
  ];
}

function settingProblems(dataSource: DataSource): readonly string[] {
  switch (dataSource.kind) {
    case "prometheus":
      return [
        ...(dataSource.scrapeInterval === undefined
          ? []
          : durationProblems("scrapeInterval", dataSource.scrapeInterval)),
        ...(dataSource.retention === undefined
          ? []
          : durationProblems("retention", dataSource.retention)),
      ];
    case "loki":
      return [
        ...countProblems("maxLines", dataSource.maxLines),
        ...dataSource.derivedFields.flatMap(({ name, matcherRegex }, index) => [
          ...(dataSource.derivedFields.findIndex(
            (field) => field.name === name,
          ) < index
            ? [
                `derived fields must have names of their own, got "${name}" twice`,
              ]
            : []),
          ...patternProblems(name, matcherRegex),
        ]),
      ];
    case "tempo":
    case "jaeger":
      return [
        ...(dataSource.tracesToLogs?.shift === undefined
          ? []
          : durationProblems(
              "tracesToLogs.shift",
              dataSource.tracesToLogs.shift,
            )),
        ...(dataSource.tracesToMetrics !== undefined &&
        Object.keys(dataSource.tracesToMetrics.queries).length === 0
          ? ["'tracesToMetrics.queries' must hold a query, got none"]
          : []),
      ];
    case "alertmanager":
      return [];
    case "postgres":
      return [
        ...(["database", "user"] as const)
          .filter((setting) => dataSource[setting].trim() === "")
          .map((setting) => `'${setting}' must not be empty`),
        ...countProblems("maxOpenConnections", dataSource.maxOpenConnections),
      ];
  }
}

function durationProblems(setting: string, text: string): readonly string[] {
  return isDuration(text) && secondsIn(text) > 0
    ? []
    : [
        `'${setting}' must be a duration above zero such as "15s", got "${text}"`,
      ];
}

function countProblems(
  setting: string,
  count: number | undefined,
): readonly string[] {
  return count === undefined || (Number.isInteger(count) && count > 0)
    ? []
    : [`'${setting}' must be a whole number above 0, got ${count}`];
}

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

function uniquenessProblems(
  dataSources: readonly DataSource[],
): readonly string[] {
  return (["uid", "name"] as const).flatMap((key) => {
    const values = dataSources.map((dataSource) => dataSource[key]);
    return [
      ...new Set(
        values.filter((value, index) => values.indexOf(value) < index),
      ),
    ].map(
      (value) =>
        `datasources must have a ${key} of their own, got "${value}" twice`,
    );
  });
}

function defaultProblems(
  dataSources: readonly DataSource[],
): readonly string[] {
  const defaults = dataSources.flatMap((dataSource) =>
    dataSource.kind === "prometheus" && dataSource.isDefault === true
      ? [dataSource.uid]
      : [],
  );
  return defaults.length === 1
    ? []
    : [
        `exactly one datasource must have 'isDefault', got ${defaults.length === 0 ? "none" : defaults.join(", ")}`,
      ];
}
