import { isSecret } from "../model/secret";
import { isUid, uidLength } from "../model/uid";
import { isDefault, kindOf, type DataSource } from "./data-source";
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
        ...kindOf(dataSource).problems(dataSource),
        ...linkProblems(dataSource, dataSources),
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
  const speaksHttp = kindOf(dataSource).address === "url";
  const urlProblem = speaksHttp ? httpUrlProblem(url) : hostAndPortProblem(url);
  const names = Object.keys(httpHeaders);
  return [
    ...(urlProblem === undefined ? [] : [`'url' must be ${urlProblem}`]),
    ...((basicAuthUser === undefined) === (basicAuthPassword === undefined)
      ? []
      : [
          `'basicAuthUser' and 'basicAuthPassword' must be given together, got only '${basicAuthUser === undefined ? "basicAuthPassword" : "basicAuthUser"}'`,
        ]),
    ...(!speaksHttp && (names.length > 0 || basicAuthUser !== undefined)
      ? [
          `'httpHeaders' and 'basicAuthUser' must be left out, because a datasource of kind ${dataSource.kind} does not speak HTTP`,
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

/** Where it leads to a datasource that does not exist, or is of another kind than the link needs. */
function linkProblems(
  dataSource: DataSource,
  dataSources: readonly DataSource[],
): readonly string[] {
  return kindOf(dataSource)
    .links(dataSource)
    .flatMap(({ setting, uid, kinds }) => {
      const wanted = `'${setting}' must name a datasource of kind ${kinds.join(" or ")}`;
      const target = dataSources.find((candidate) => candidate.uid === uid);
      if (target === undefined) {
        const possible = dataSources
          .filter(({ kind }) => kinds.includes(kind))
          .map((candidate) => candidate.uid);
        return [
          `${wanted}, got "${uid}", which does not exist; there is ${possible.length === 0 ? "none" : possible.join(", ")}`,
        ];
      }
      return kinds.includes(target.kind)
        ? []
        : [`${wanted}, got "${uid}", which is of kind ${target.kind}`];
    });
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
    isDefault(dataSource) ? [dataSource.uid] : [],
  );
  return defaults.length === 1
    ? []
    : [
        `exactly one datasource must have 'isDefault', got ${defaults.length === 0 ? "none" : defaults.join(", ")}`,
      ];
}
