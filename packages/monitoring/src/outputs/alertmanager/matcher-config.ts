import type { Matcher } from "../../model/matcher";

/**
 * A matcher as both parsers of Alertmanager read it alike, the classic one and that of 0.27: a quoted value in which
 * only backslashes, quotes and line feeds are escaped.
 */
export function matcherConfig({ label, match, value }: Matcher): string {
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n");
  return `${label}${match}"${escaped}"`;
}
