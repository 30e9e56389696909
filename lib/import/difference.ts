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

/** The differences of which no listed item says anything. `[*]` in the path of an item stands for every entry. */
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
  return differences.filter(
    ({ path }) =>
      !exact.has(path) && !patterns.some((pattern) => pattern.test(path)),
  );
}

/** One line for people. */
export function differenceText({
  path,
  original,
  rendered,
}: Difference): string {
  return `${path}: the original says ${shown(original)}, what was written renders to ${shown(rendered)}`;
}

/** The path of the entry `key` of the map at `path`. */
export function pathTo(path: string, key: string): string {
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
