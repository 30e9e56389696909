/** Which change replaces an object instead of updating it. */
import { equal, text, Unknown, type ObjectValue } from "./cty";
import { dashboardUid } from "./identity";

/** The provider's schema as JSON does not tell which attributes force a new object: kept by hand. */
const forceNew: Readonly<Record<string, readonly string[]>> = {
  grafana_annotation: ["org_id"],
  grafana_contact_point: ["name", "disable_provenance", "org_id"],
  grafana_dashboard: ["org_id"],
  grafana_dashboard_permission: ["dashboard_uid", "org_id"],
  grafana_dashboard_public: ["dashboard_uid", "uid", "org_id"],
  grafana_data_source: ["uid", "org_id"],
  grafana_data_source_config: ["uid", "org_id"],
  grafana_folder: ["uid", "org_id"],
  grafana_folder_permission: ["folder_uid", "org_id"],
  grafana_library_panel: ["uid", "org_id"],
  grafana_message_template: ["name", "disable_provenance", "org_id"],
  grafana_mute_timing: ["name", "disable_provenance", "org_id"],
  grafana_notification_policy: ["org_id"],
  grafana_playlist: ["org_id"],
  grafana_rule_group: ["name", "folder_uid", "org_id"],
  grafana_service_account: ["org_id"],
  grafana_service_account_permission: ["service_account_id", "org_id"],
  grafana_service_account_rotating_token: [
    "name_prefix",
    "seconds_to_live",
    "service_account_id",
  ],
  grafana_service_account_token: [
    "name",
    "seconds_to_live",
    "service_account_id",
  ],
  grafana_sso_settings: ["provider_name"],
  grafana_team: ["org_id"],
};

/** The attributes whose change asks for a new object. */
export function replacedBy(
  type: string,
  prior: ObjectValue,
  planned: ObjectValue,
): string[] {
  const changed = (forceNew[type] ?? []).filter(
    (name) => !equal(prior[name] ?? null, planned[name] ?? null),
  );
  if (type === "grafana_dashboard" && movesToOtherUid(prior, planned)) {
    changed.push("config_json");
  }
  return changed;
}

/** A dashboard's uid stands inside its JSON; JSON that is unknown yet proves nothing. */
function movesToOtherUid(prior: ObjectValue, planned: ObjectValue): boolean {
  const uid = dashboardUid(planned);
  return (
    uid !== undefined && !(uid instanceof Unknown) && uid !== text(prior["uid"])
  );
}
