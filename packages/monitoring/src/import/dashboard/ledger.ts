import type { Unexpressed } from "../import-result";
import {
  isFields,
  own,
  sameJson,
  type Fields,
  type Json,
} from "../../internal/json-tree";
import { pathTo } from "../difference";
import type { RuleName } from "./rules";

/** A place of the original that a rule of normalization has dealt with, with all below it. */
export interface Note {
  readonly path: string;
  readonly rule: RuleName;
}

type Container = Fields | Json[];

/**
 * Keeps the books of a normalization: where everything in the working copy comes from, what rules took, and what nothing
 * can say. Rules change the copy in place, so that at the end every leaf of the original is found: in the copy, in a
 * note or among what is unexpressed.
 */
export class Ledger {
  readonly notes: Note[] = [];
  readonly unexpressed: Unexpressed[] = [];
  private readonly origins = new Map<Container, string>();

  /** Of a copy whose origin nobody asks for, no books are kept: that takes most of the time. */
  constructor(
    private readonly copy: Fields,
    keepsBooks = true,
  ) {
    if (keepsBooks) this.register(copy, "");
  }

  /** Where `container` stands in the original; undefined when a rule made it. */
  originOf(container: Container): string | undefined {
    return this.origins.get(container);
  }

  /** Takes a field away because `rule` says so, and gives its value. */
  take(rule: RuleName, from: Fields, field: string): Json {
    const value = own(from, field);
    if (value === undefined) return undefined;
    delete from[field];
    this.note(rule, from, field);
    return value;
  }

  /** Takes a field away without accounting for what is in it: what no rule takes from there is listed. */
  open(from: Fields, field: string): Fields {
    const value = own(from, field);
    delete from[field];
    return isFields(value) ? value : {};
  }

  /** Takes a list away, and of its objects the fields that `rule` knows: what else they say is listed. */
  takeList(
    rule: RuleName,
    from: Fields,
    field: string,
    known: readonly string[],
  ): void {
    const list = own(from, field);
    if (!Array.isArray(list) || list.length === 0) {
      this.take(rule, from, field);
      return;
    }
    delete from[field];
    for (const [index, item] of list.entries())
      if (isFields(item)) for (const name of known) this.take(rule, item, name);
      else this.note(rule, list, index);
  }

  /** Takes those of `fields` away that say nothing: switched off, empty or null. */
  takeOff(rule: RuleName, from: Fields, fields: readonly string[]): void {
    for (const field of fields) {
      const value = own(from, field);
      const off =
        value === false ||
        value === null ||
        value === "" ||
        value === 0 ||
        (Array.isArray(value) && value.length === 0) ||
        (isFields(value) && Object.keys(value).length === 0);
      if (off) this.take(rule, from, field);
    }
  }

  /** Writes down that `rule` has changed the field, or the whole container. */
  note(rule: RuleName, container: Container, field?: string | number): void {
    const origin = this.originOf(container);
    if (origin === undefined) return;
    const path = field === undefined ? origin : pathTo(origin, field);
    this.notes.push({ path, rule });
  }

  /** Replaces a value because `rule` says so. */
  set(rule: RuleName, fields: Fields, field: string, value: Json): void {
    if (sameJson(own(fields, field), value)) return;
    fields[field] = value;
    this.note(rule, fields, field);
  }

  /** Takes a field away that the files cannot say, and lists it. */
  refuse(from: Fields, field: string, what: string, why: string): void {
    const value = own(from, field);
    if (value === undefined) return;
    if (value === null) {
      this.take("unset", from, field);
      return;
    }
    delete from[field];
    this.list(from, field, what, why);
  }

  /** Lists a field that stays, but does not say all. */
  list(container: Fields, field: string, what: string, why: string): void {
    const origin = this.originOf(container);
    if (origin === undefined) return;
    this.unexpressed.push({ path: pathTo(origin, field), what, why });
  }

  /** Lists every leaf of the original that is nowhere: not in `result`, not noted, not listed. Nothing is dropped silently. */
  close(original: Fields): void {
    const kept = this.keptLeaves();
    const covered = new Set(
      [...this.notes, ...this.unexpressed].map(({ path }) => path),
    );
    for (const { path, value } of leavesOf(original, "")) {
      if (kept.has(path) && sameJson(kept.get(path), value)) continue;
      if (isCovered(path, covered)) continue;
      this.unexpressed.push({
        path,
        what: `${path.replace(/^.*\./, "")} = ${JSON.stringify(value)}`,
        why: "the present model of Grafana has no place for it, as far as the import knows: say it in a `raw` of the file if it still matters",
      });
    }
  }

  /** The leaves that are left in the working copy, by their paths in the original. */
  private keptLeaves(): Map<string, Json> {
    const kept = new Map<string, Json>();
    const visit = (value: Json): void => {
      if (!isContainer(value)) return;
      const origin = this.originOf(value);
      for (const [name, inner] of entriesOf(value)) {
        if (isContainer(inner) && !isEmpty(inner)) visit(inner);
        else if (origin !== undefined) kept.set(pathTo(origin, name), inner);
      }
    };
    visit(this.copy);
    return kept;
  }

  private register(container: Container, path: string): void {
    this.origins.set(container, path);
    for (const [name, inner] of entriesOf(container))
      if (isContainer(inner)) this.register(inner, pathTo(path, name));
  }
}

/** True when `path` is one of `covered`, or lies below one. */
function isCovered(path: string, covered: ReadonlySet<string>): boolean {
  if (covered.has(path)) return true;
  for (let end = path.length - 1; end > 0; end -= 1)
    if (
      (path[end] === "." || path[end] === "[") &&
      covered.has(path.slice(0, end))
    )
      return true;
  return false;
}

interface Leaf {
  readonly path: string;
  readonly value: Json;
}

function* leavesOf(value: Json, path: string): Generator<Leaf> {
  if (!isContainer(value) || isEmpty(value)) {
    if (value !== undefined) yield { path, value };
    return;
  }
  for (const [name, inner] of entriesOf(value))
    yield* leavesOf(inner, pathTo(path, name));
}

function entriesOf(
  container: Container,
): readonly (readonly [string | number, Json])[] {
  return Array.isArray(container)
    ? container.map((item, index) => [index, item] as const)
    : Object.entries(container);
}

function isContainer(value: Json): value is Container {
  return Array.isArray(value) || isFields(value);
}

function isEmpty(container: Container): boolean {
  return Object.keys(container).length === 0;
}
