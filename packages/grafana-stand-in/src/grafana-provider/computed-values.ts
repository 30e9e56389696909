import { createHash } from "node:crypto";
import { mapAttributes, type Place } from "./attributes";
import { text, Unknown, type ObjectValue, type Value } from "./cty";
import { dashboardUid, idOf, ORGANISATION } from "./identity";
import type { Attribute, Block } from "./schema";

/**
 * Gives every unknown value of a planned object a known one. The values depend
 * on the type, what the object is called and the place, so that two runs agree.
 */
export function withComputedValues(
  type: string,
  block: Block,
  planned: ObjectValue,
  prior: ObjectValue | null,
): ObjectValue {
  const label = ["name", "title", "folder_uid", "config_json", "text"].map(
    (name) => text(planned[name]) ?? "",
  );
  const seed = [type, ...label].join("/");
  const filled = mapAttributes(block, planned, (value, place) =>
    value instanceof Unknown && place.pattern !== "id"
      ? (serverChosen(type, planned, prior, place) ??
        invented(`${seed}/${JSON.stringify(place.steps)}`, place))
      : value,
  );
  if (filled["id"] instanceof Unknown) {
    filled["id"] = idOf(type, filled) ?? `${ORGANISATION}:${number(seed)}`;
  }
  return filled;
}

/** Values for which the server has a rule; undefined for all others. */
function serverChosen(
  type: string,
  planned: ObjectValue,
  prior: ObjectValue | null,
  { attribute, pattern }: Place,
): Value | undefined {
  if (pattern === "org_id")
    return attribute.type === "number" ? 1 : ORGANISATION;
  if (type === "grafana_dashboard" && pattern === "uid") {
    const uid = dashboardUid(planned);
    return typeof uid === "string" && uid !== "" ? uid : undefined;
  }
  if (pattern === "version" || pattern === "metadata.version") {
    const version = Number(prior?.["version"] ?? 0) + 1;
    return attribute.type === "number" ? version : String(version);
  }
  return undefined;
}

function invented(seed: string, { attribute, name }: Place): Value {
  const kind = kindOf(attribute);
  if (kind === "string") return `${name}-${digest(seed).slice(0, 10)}`;
  if (kind === "number") return number(seed);
  if (kind === "bool") return false;
  if (kind === "list" || kind === "set") return [];
  return kind === "map" ? {} : null;
}

function kindOf({ type }: Attribute): string {
  return typeof type === "string" ? type : type[0];
}

function number(seed: string): number {
  return parseInt(digest(seed).slice(0, 6), 16);
}

function digest(seed: string): string {
  return createHash("sha256").update(seed).digest("hex");
}
