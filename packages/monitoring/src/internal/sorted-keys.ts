import { compare } from "./text-order";

/** A copy with its keys in order, so that the order of writing changes nothing. */
export function sortedKeys<T>(
  record: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).sort(([a], [b]) => compare(a, b)),
  );
}
