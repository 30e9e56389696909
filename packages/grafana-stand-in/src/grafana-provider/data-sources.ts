/** Terraform's data sources, answered from the objects on the server. */
import { mapAttributes } from "./attributes";
import { text, type ObjectValue, type Value } from "./cty";
import { parseJsonObject } from "./grafana-json";
import type { GrafanaServer } from "./grafana-server";
import type { Block } from "./schema";

/** The object that the configuration asks for, in the shape of the data source; undefined if there is none. */
export function readDataSource(
  server: GrafanaServer,
  type: string,
  block: Block,
  config: ObjectValue,
): ObjectValue | undefined {
  const wanted = Object.fromEntries(
    Object.keys(block.attributes ?? {})
      .map((name): [string, Value] => [name, config[name] ?? null])
      .filter(([name, value]) => value !== null && name !== "read_team_sync"),
  );
  const found = server.find(type, wanted);
  if (found === undefined) return undefined;
  const known = { ...found, ...derived(type, found) };
  return mapAttributes(
    block,
    config,
    (value, { name, steps }) =>
      value ?? (steps.length === 1 ? (known[name] ?? null) : null),
  );
}

/** Attributes that only the data source of a type has. */
function derived(type: string, object: ObjectValue): ObjectValue {
  if (type !== "grafana_dashboard") return {};
  const title = parseJsonObject(text(object["config_json"]) ?? "")?.["title"];
  return {
    title: typeof title === "string" ? title : null,
    folder_uid: object["folder"] ?? null,
    is_starred: false,
  };
}
