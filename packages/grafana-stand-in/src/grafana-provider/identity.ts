/** How the server and the provider tell objects of one type apart. */
import { isObject, text, Unknown, type ObjectValue } from "./cty";

/** The emulated server has one organisation. */
export const ORGANISATION = "1";

/** Types of which an organisation has exactly one object, and its fixed key. */
const singletons: Readonly<Record<string, string>> = {
  grafana_notification_policy: "policy",
  grafana_organization_preferences: "preferences",
};

export function isSingleton(type: string): boolean {
  return type in singletons;
}

/** The attribute by which the server refuses a second object of the type. */
const keyAttribute: Readonly<Record<string, string>> = {
  grafana_folder: "uid",
  grafana_dashboard: "uid",
  grafana_data_source: "uid",
  grafana_data_source_config: "uid",
  grafana_library_panel: "uid",
  grafana_contact_point: "name",
  grafana_message_template: "name",
  grafana_mute_timing: "name",
  grafana_team: "name",
  grafana_service_account: "name",
  grafana_organization: "name",
  grafana_user: "email",
  grafana_sso_settings: "provider_name",
  grafana_dashboard_permission: "dashboard_uid",
  grafana_dashboard_public: "dashboard_uid",
  grafana_folder_permission: "folder_uid",
  grafana_service_account_permission: "service_account_id",
};

/** Attributes besides the key that must be unique among the objects of a type. */
export const uniqueAttributes: Readonly<Record<string, readonly string[]>> = {
  grafana_data_source: ["name"],
};

/**
 * The id of an object whose other attributes are known, with the organisation
 * in front; undefined for types that the server numbers.
 */
export function idOf(type: string, object: ObjectValue): string | undefined {
  const key = naturalKey(type, object);
  return key === undefined ? undefined : `${ORGANISATION}:${key}`;
}

function naturalKey(type: string, object: ObjectValue): string | undefined {
  if (type in singletons) return singletons[type];
  if (type === "grafana_rule_group") {
    return `${text(object["folder_uid"])}:${text(object["name"])}`;
  }
  // Resources of the app platform carry their identity in a metadata block.
  const metadata = object["metadata"];
  if (isObject(metadata ?? null)) {
    return text((metadata as ObjectValue)["uid"]);
  }
  const attribute = keyAttribute[type];
  return attribute === undefined ? undefined : text(object[attribute]);
}

/** The ids under which an import id can mean an object. */
export function importIds(type: string, id: string): string[] {
  const only = singletons[type];
  if (only !== undefined) return [`${ORGANISATION}:${only}`];
  return [id, `${ORGANISATION}:${id}`];
}

/**
 * The uid inside a dashboard's JSON; undefined if it has none, `Unknown` if
 * the JSON is not known yet.
 */
export function dashboardUid(
  dashboard: ObjectValue,
): string | Unknown | undefined {
  const json = dashboard["config_json"];
  if (json instanceof Unknown) return json;
  const uid = (JSON.parse(text(json) ?? "{}") as { uid?: unknown }).uid;
  return typeof uid === "string" ? uid : undefined;
}
