/**
 * Attributes whose change makes the provider define an object anew; plans say it themselves, synthesized files do not, and
 * neither do the schemas of providers.
 */
const forcing: Readonly<Record<string, readonly string[]>> = {
  aws_s3_bucket: ["bucket", "bucket_prefix"],
  aws_s3_object: ["bucket", "key"],
  grafana_contact_point: ["name"],
  grafana_data_source: ["uid"],
  grafana_folder: ["uid"],
  grafana_folder_permission: ["folder_uid"],
  grafana_library_panel: ["uid"],
  grafana_message_template: ["name"],
  grafana_mute_timing: ["name"],
  grafana_rule_group: ["name", "folder_uid"],
  grafana_service_account_rotating_token: [
    "name_prefix",
    "seconds_to_live",
    "service_account_id",
  ],
};

export function forcingAttributes(type: string): readonly string[] {
  return forcing[type] ?? [];
}
