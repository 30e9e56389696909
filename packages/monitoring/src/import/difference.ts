import type { Unexpressed } from "./import-result";

/** Something in which what was rendered differs from the original, after both were normalized. */
export interface Difference {
  /** Where, in the words of the original: `groups["node"].rules[2].for`. */
  readonly path: string;
  /** In the original, `undefined` where it is not there. */
  readonly original: unknown;
  /** In what was rendered, `undefined` where it is not there. */
  readonly rendered: unknown;
}

/** Every place in which two trees of lists, maps and plain values differ, the deepest that can be named. */
export function differencesBetween(
  original: unknown,
  rendered: unknown,
  path: string,
): readonly Difference[] {
  if (Object.is(original, rendered)) return [];
  if (Array.isArray(original) && Array.isArray(rendered)) {
    const length = Math.max(original.length, rendered.length);
    return Array.from({ length }, (_, index) =>
      differencesBetween(original[index], rendered[index], `${path}[${index}]`),
    ).flat();
  }
  if (isMap(original) && isMap(rendered)) {
    const keys = new Set([...Object.keys(original), ...Object.keys(rendered)]);
    return [...keys].flatMap((key) =>
      differencesBetween(
        valueAt(original, key),
        valueAt(rendered, key),
        pathTo(path, key),
      ),
    );
  }
  return [{ path, original, rendered }];
}

/**
 * The differences of which no listed item says anything. An item says something of its own path, and of everything below
 * it that is missing in what was rendered; `[*]` in its path stands for every entry. Of a map or list that is missing, each
 * entry may be listed instead.
 */
export function unlisted(
  differences: readonly Difference[],
  listed: readonly Unexpressed[],
): readonly Difference[] {
  const exact = new Set(listed.map(({ path }) => path));
  const patterns = [...exact]
    .filter((path) => path.includes("[*]"))
    .map(
      (path) =>
        new RegExp(
          `^${path.split("[*]").map(escaped).join('\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\]')}$`,
        ),
    );
  const isListed = (path: string): boolean =>
    exact.has(path) || patterns.some((pattern) => pattern.test(path));
  const isSaid = (difference: Difference): boolean => {
    const { path, original, rendered } = difference;
    if (isListed(path)) return true;
    if (rendered === undefined && ancestorsOf(path).some(isListed)) return true;
    const entries = entriesOf(difference);
    return (
      entries.length > 0 &&
      (original === undefined || rendered === undefined) &&
      entries.every(isSaid)
    );
  };
  return differences.filter((difference) => !isSaid(difference));
}

/** A map or list that one side does not have, entry by entry. */
function entriesOf({
  path,
  original,
  rendered,
}: Difference): readonly Difference[] {
  const value = original ?? rendered;
  const empty = Array.isArray(value) ? [] : {};
  return typeof value === "object" && value !== null
    ? differencesBetween(original ?? empty, rendered ?? empty, path)
    : [];
}

/** `a["b"].c[1]` lies below `a["b"].c`, `a["b"]` and `a`. */
function ancestorsOf(path: string): readonly string[] {
  const ends = [...path.matchAll(/"(?:[^"\\]|\\.)*"|[.[]/g)];
  return ends
    .filter(([sign]) => sign === "." || sign === "[")
    .map(({ index }) => path.slice(0, index))
    .filter((ancestor) => ancestor !== "");
}

/** One line for people. */
export function differenceText({
  path,
  original,
  rendered,
}: Difference): string {
  return `${path}: the original says ${shown(original)}, what was written renders to ${shown(rendered)}`;
}

/** The path of the entry `key` of the map or list at `path`: `a.b[0].c`; names that are no words stand in brackets and quotes. */
export function pathTo(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** A value as an error shows it. */
export function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** Whether a value is a map of a configuration file. */
export function isMap(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of an own key; `constructor` and its like are no keys of an empty map. */
export function valueAt(
  map: Readonly<Record<string, unknown>>,
  key: string,
): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
