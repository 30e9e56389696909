import fc from "fast-check";

const metric = fc.constantFrom(
  "up",
  "http_requests_total",
  "sum",
  "by",
  "node:cpu:rate5m",
  "offset_seconds",
  "${metric}_total",
  "$metric",
);
const label = fc.constantFrom("job", "code", "le", "group_left", "$label");
const value = fc.constantFrom(
  '"a"',
  '"5.."',
  "'it is'",
  "`raw\\d`",
  '"$job"',
  '"${job:regex}"',
  '"{system}"',
  '"a#b"',
  '"\\""',
  '""',
);
const blank = fc.constantFrom("", " ", "  ", "\n", ' # comment {x="y"}\n');
const duration = fc.constantFrom(
  "5m",
  "1h30m",
  "$__rate_interval",
  "${window}",
  "[[window]]",
  "300",
  "${__range_s}s",
);

const matcher = fc
  .tuple(label, fc.constantFrom("=", "!=", "=~", "!~"), value, blank)
  .map(([name, operator, text, space]) => `${name}${space}${operator}${text}`);

const braces = fc
  .tuple(fc.array(matcher, { maxLength: 3 }), fc.boolean(), blank)
  .map(
    ([matchers, comma, space]) =>
      `{${space}${matchers.join(`,${space}`)}${comma && matchers.length > 0 ? "," : ""}}`,
  );

/** Vector selectors as people write them: bare names, braces, names inside the braces, Grafana variables. */
export const selector: fc.Arbitrary<string> = fc.oneof(
  metric,
  fc
    .tuple(metric, blank, braces)
    .map(([name, space, list]) => `${name}${space}${list}`),
  matcher.map((text) => `{__name__="up",${text}}`),
  fc.constantFrom('{"my.metric"}', '{"my.metric", "a.b"=~"c+"}'),
);

/** Queries of instant vectors, up to a few levels deep. */
export const query: fc.Arbitrary<string> = fc.letrec<{ expr: string }>(
  (tie) => ({
    expr: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      selector,
      fc
        .tuple(selector, duration)
        .map(([text, range]) => `rate(${text}[${range}])`),
      fc
        .tuple(selector, duration)
        .map(([text, range]) => `${text} offset ${range}`),
      fc
        .tuple(tie("expr"), blank)
        .map(([text, space]) => `sum by (job, $g)${space}(${text})`),
      tie("expr").map((text) => `absent(${text})`),
      fc
        .tuple(tie("expr"), duration, duration)
        .map(
          ([text, range, step]) => `max_over_time((${text})[${range}:${step}])`,
        ),
      fc
        .tuple(
          tie("expr"),
          fc.constantFrom(
            "/",
            "and",
            "> bool",
            "* on (job) group_left ()",
            "or",
          ),
          tie("expr"),
          blank,
        )
        .map(
          ([left, operator, right, space]) =>
            `(${left}) ${operator}${space} (${right})`,
        ),
      tie("expr").map((text) => `topk($k, ${text}) > $threshold`),
    ),
  }),
).expr;
