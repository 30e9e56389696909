import type { Item } from "./review-model";
import { withoutSecrets } from "./secret-values";
import { text, type Text } from "./text";
import { Hidden, isAbsent, isObject, isSame, Unknown } from "./value";
import { lineDiff, wordDiff } from "./word-diff";

/** Texts shorter than this are shown before and after, longer ones with their difference inside. */
const shortText = 24;

/** Fields by which entries of a list are told apart; otherwise their place does. */
const identities = [
  "uid",
  "refId",
  "ref_id",
  "id",
  "name",
  "title",
  "label",
  "sid",
  "matcher",
];

/** One item for each attribute that differs, by its path: `options.legend.placement`. */
export function attributeChanges(
  before: unknown,
  after: unknown,
  path = "",
): readonly Item[] {
  if (isSame(before, after) || (isBlank(before) && isBlank(after))) return [];
  const [was, is] = [parsedJson(before, path), parsedJson(after, path)];
  if (isObject(was) && isObject(is) && Object.keys(was).length > 0)
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap(
      (key) =>
        attributeChanges(
          was[key],
          is[key],
          path === "" ? key : `${path}.${key}`,
        ),
    );
  if (areBlocks(was) && areBlocks(is)) return listChanges(was, is, path);
  return [{ change: "changed", text: valueChange(path, was, is), items: [] }];
}

/** ``unit: "s" → "ms"``, or the text with its changed words. */
export function valueChange(
  label: string,
  before: unknown,
  after: unknown,
): Text {
  const name: Text = [`${quietLabel(label)}`];
  if (before instanceof Hidden || after instanceof Hidden) {
    if (isAbsent(before)) return text`${name} set (sensitive)`;
    if (isAbsent(after)) return text`${name} removed (sensitive)`;
    return text`${name} changed (sensitive)`;
  }
  if (isAbsent(before)) return text`${name} set to ${shown(after)}`;
  if (isAbsent(after)) return text`${name} removed, was ${shown(before)}`;
  if (
    typeof before === "string" &&
    typeof after === "string" &&
    Math.max(before.length, after.length) > shortText
  ) {
    const diff = /\n./s.test(before + after)
      ? lineDiff(before, after)
      : wordDiff(before, after);
    if (
      diff.some(({ kind, text: piece }) => kind === "same" && /\S/.test(piece))
    )
      return [...name, ": ", { diff }];
  }
  return text`${name}: ${shown(before)} → ${shown(after)}`;
}

/** A value for people. */
export function shown(value: unknown): Text {
  if (value instanceof Hidden || value instanceof Unknown)
    return [value.toString()];
  if (isAbsent(value)) return ["nothing"];
  return [
    {
      value: typeof value === "string" ? value : JSON.stringify(given(value)),
    },
  ];
}

/** A block without the arguments that nobody gave: a plan names them all. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isAbsent(inner))
      .map(([field, inner]) => [field, given(inner)]),
  );
}

/** Older providers keep a text that nobody gave as an empty one. */
function isBlank(value: unknown): boolean {
  return value === "" || isAbsent(value);
}

/** Labels are paths of attributes; anything else in them could be markup. */
function quietLabel(label: string): string {
  return label.replace(/[^\w.\- ()[\]/]/g, "_");
}

function areBlocks(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isObject);
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
): readonly Item[] {
  const identity = identities.find(
    (field) => isKey(before, field) && isKey(after, field),
  );
  const keyOf = (value: unknown, index: number): string =>
    identity === undefined || !isObject(value)
      ? String(index + 1)
      : String(value[identity]);
  const old = new Map(
    before.map((value, index) => [keyOf(value, index), value]),
  );
  const now = new Map(
    after.map((value, index) => [keyOf(value, index), value]),
  );
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const was = old.get(key);
    const is = now.get(key);
    const place = `${path}[${key}]`;
    if (was === undefined)
      return [
        {
          change: "added",
          text: text`${[quietLabel(path)]} ${key}: ${shown(is)}`,
          items: [],
        } as const,
      ];
    if (is === undefined)
      return [
        {
          change: "removed",
          text: text`${[quietLabel(path)]} ${key}: ${shown(was)}`,
          items: [],
        } as const,
      ];
    return attributeChanges(was, is, place);
  });
}

/** Whether `field` is text that differs from entry to entry. */
function isKey(values: readonly unknown[], field: string): boolean {
  const keys = values.map((value) =>
    isObject(value) ? value[field] : undefined,
  );
  return (
    keys.every((key) => typeof key === "string" && key !== "") &&
    new Set(keys).size === keys.length
  );
}

/** JSON within an attribute is compared as what it says, not as text. */
function parsedJson(value: unknown, path: string): unknown {
  if (typeof value !== "string" || !/(?:json|encoded|model|policy)$/.test(path))
    return value;
  try {
    const parsed = JSON.parse(value) as unknown;
    return isObject(parsed) || Array.isArray(parsed)
      ? withoutSecrets(parsed)
      : value;
  } catch {
    return value;
  }
}
