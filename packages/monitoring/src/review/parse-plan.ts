import { objectOf, objectsOf, type JsonObject } from "../internal/json-tree";
import { parseJson } from "./parse-json";
import {
  ReviewInputError,
  type Action,
  type Comparison,
  type ResourceChange,
} from "./resource-change";
import { withoutSecrets } from "./secret-values";
import { Hidden, isObject, unknownValue } from "./value";

const expected = "the output of terraform show -json <plan>";

/** Format versions whose additions do not change what is read here. */
const majorVersion = "1";

/** What a plan without the action means. */
const actions: Readonly<Record<string, Action>> = {
  "no-op": "no-op",
  read: "no-op",
  create: "create",
  update: "update",
  delete: "delete",
  forget: "forget",
  "delete create": "replace",
  "create delete": "replace",
  "create forget": "replace",
};

/** A plan, as `terraform show -json` writes it. Throws a {@link ReviewInputError} on anything else. */
export function parsePlan(
  text: string,
  source: string,
  environment: string,
): Comparison {
  const plan = parseJson(text, source, expected);
  if (!isObject(plan))
    throw new ReviewInputError(
      `${source}: must be ${expected}, got ${Array.isArray(plan) ? "a list" : JSON.stringify(plan)}`,
    );
  rejectOtherDocuments(plan, source);
  const configured = configuredAttributes(plan);
  return {
    environment,
    changes: changesIn(plan.resource_changes, source, configured),
    drift: changesIn(plan.resource_drift ?? [], source, configured),
  };
}

function rejectOtherDocuments(plan: JsonObject, source: string): void {
  const { format_version: version } = plan;
  const problems = [
    ...(typeof version === "string" && version.split(".")[0] === majorVersion
      ? []
      : [
          `format_version must be ${majorVersion}.x, got ${version === undefined ? "none" : JSON.stringify(version)}; use a Terraform that writes format ${majorVersion}`,
        ]),
    ...("resource_changes" in plan || "planned_values" in plan
      ? []
      : [
          `there is no plan in it, its fields are ${Object.keys(plan).slice(0, 8).join(", ") || "none"}${"values" in plan ? "; it is a state, give terraform show -json the plan's file" : ""}`,
        ]),
    ...(plan.resource_changes === undefined ||
    Array.isArray(plan.resource_changes)
      ? []
      : ["resource_changes must be a list"]),
    ...(plan.errored === true
      ? ["the plan ended with an error, so it is not whole; repair that first"]
      : []),
  ];
  if (problems.length > 0)
    throw new ReviewInputError(
      `${source}: must be ${expected}; ${problems.join("; ")}`,
    );
}

/** The attributes that the configuration gives; all others are the provider's own, and news of them nobody asked for. */
function configuredAttributes(
  plan: JsonObject,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  const visit = (module: JsonObject, prefix: string): void => {
    for (const resource of objectsOf(module.resources))
      found.set(
        prefix + String(resource.address),
        new Set(Object.keys(objectOf(resource.expressions))),
      );
    for (const [name, call] of Object.entries(objectOf(module.module_calls)))
      visit(objectOf(objectOf(call).module), `${prefix}module.${name}.`);
  };
  visit(objectOf(objectOf(plan.configuration).root_module), "");
  return found;
}

function changesIn(
  entries: unknown,
  source: string,
  configured: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ResourceChange[] {
  const problems: string[] = [];
  const changes: ResourceChange[] = [];
  for (const [index, entry] of objectsOf(entries ?? []).entries()) {
    if (entry.mode === "data") continue;
    const { address, type } = entry;
    const change = objectOf(entry.change);
    const words = Array.isArray(change.actions) ? change.actions.join(" ") : "";
    const action = actions[words];
    if (typeof address !== "string" || typeof type !== "string")
      problems.push(`entry ${index + 1} has no address and type`);
    else if (action === undefined)
      problems.push(
        `${address}: actions must be ${Object.keys(actions).join(", ")}, got "${words}"`,
      );
    else
      changes.push(
        resourceChange(
          { address, type, action },
          entry,
          configured.get(address.replace(/\[[^\]]*\]/g, "")),
        ),
      );
  }
  if (problems.length > 0)
    throw new ReviewInputError(
      `${source}: must be ${expected}; ${problems.join("; ")}`,
    );
  return changes;
}

function resourceChange(
  identity: Pick<ResourceChange, "address" | "type" | "action">,
  entry: JsonObject,
  configured: ReadonlySet<string> | undefined,
): ResourceChange {
  const change = objectOf(entry.change);
  const before = hide(withoutNumbers(change.before), change.before_sensitive);
  const raw = merge(keptBy(change, configured), asked(change, configured));
  const after = hide(withoutNumbers(raw), change.after_sensitive);
  const { previous_address: previous } = entry;
  return {
    ...identity,
    ...(isObject(before) && { before: objectOf(withoutSecrets(before)) }),
    ...(isObject(after) && { after: objectOf(withoutSecrets(after)) }),
    replacedBy: Array.isArray(change.replace_paths)
      ? change.replace_paths.map((path) =>
          Array.isArray(path) ? path.join(".") : String(path),
        )
      : [],
    ...(typeof previous === "string" && { previousAddress: previous }),
  };
}

/** What is unknown and was asked for. The rest stays as it was: ids and versions that the server counts. */
function asked(
  { after_unknown: unknowns }: JsonObject,
  configured: ReadonlySet<string> | undefined,
): unknown {
  if (!isObject(unknowns) || configured === undefined) return unknowns;
  return Object.fromEntries(
    Object.entries(unknowns).filter(
      ([name, value]) => value !== true || configured.has(name),
    ),
  );
}

/** What will be there, with what the server counts as it was. */
function keptBy(
  { before, after, after_unknown: unknowns }: JsonObject,
  configured: ReadonlySet<string> | undefined,
): unknown {
  if (!isObject(after) || configured === undefined) return after;
  const was = objectOf(before);
  const kept = Object.entries(objectOf(unknowns)).flatMap(([name, mark]) =>
    mark === true && !configured.has(name) ? [[name, was[name]] as const] : [],
  );
  return { ...after, ...Object.fromEntries(kept) };
}

/** Integrations of a contact point are numbered by the server, within blocks that are hidden as a whole. */
function withoutNumbers(value: unknown): unknown {
  if (!isObject(value) || !("email" in value && "slack" in value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, blocks]) => [
      name,
      Array.isArray(blocks)
        ? blocks.map((block: unknown) =>
            isObject(block)
              ? Object.fromEntries(
                  Object.entries(block).filter(([field]) => field !== "uid"),
                )
              : block,
          )
        : blocks,
    ]),
  );
}

/** `value` with what `unknowns` marks. */
function merge(value: unknown, unknowns: unknown): unknown {
  if (unknowns === true) return unknownValue;
  if (Array.isArray(unknowns)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return Array.from(
      { length: Math.max(list.length, unknowns.length) },
      (_, index) => merge(list[index], unknowns[index]),
    );
  }
  if (!isObject(unknowns)) return value;
  const known = objectOf(value);
  const marked = Object.entries(unknowns);
  if (marked.length === 0) return value;
  return {
    ...known,
    ...Object.fromEntries(
      marked
        .filter(([, mark]) => mark !== false)
        .map(([name, mark]) => [name, merge(known[name], mark)]),
    ),
  };
}

/** `value` with what `marks` calls sensitive hidden. */
function hide(value: unknown, marks: unknown): unknown {
  if (marks === true) return new Hidden(value);
  if (Array.isArray(marks) && Array.isArray(value))
    return value.map((inner, index) => hide(inner, marks[index]));
  if (!isObject(marks) || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      hide(inner, marks[name]),
    ]),
  );
}
