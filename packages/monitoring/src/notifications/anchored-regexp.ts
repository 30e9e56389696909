import { RE2JS } from "re2js";

/** Expressions repeat in every tree and environment; more than this many are not kept. */
const cacheSize = 10_000;
const cache = new Map<string, RE2JS>();

/**
 * `pattern` as Alertmanager and Prometheus compile it: RE2, anchored at both ends, `.` without line feeds.
 * Throws on what RE2 refuses (look-around, back references) and on parentheses that only balance once anchored.
 */
export function anchoredRegexp(pattern: string): RE2JS {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  RE2JS.compile(pattern);
  const compiled = RE2JS.compile(`^(?:${pattern})$`);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

/** What RE2 has against `pattern`, `undefined` when nothing. */
export function regexpProblem(pattern: string): string | undefined {
  try {
    anchoredRegexp(pattern);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = /\(\?<?[=!]/.test(pattern)
      ? "; RE2 has no look-ahead or look-behind"
      : "";
    return `${reason.replace(/^error parsing regexp: /, "")}${hint}`;
  }
}
