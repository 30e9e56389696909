import { objectOf } from "../internal/json-tree";
import type { ResourceChange } from "./resource-change";
import { text, type Text } from "./text";
import { blocksOf, textOf } from "./value";

/** What people call the types that this project defines. */
const nouns: Readonly<Record<string, string>> = {
  aws_s3_bucket: "bucket",
  aws_s3_bucket_public_access_block: "public access of bucket",
  aws_s3_bucket_versioning: "versioning of bucket",
  aws_s3_object: "object",
  grafana_annotation: "annotation",
  grafana_apps_notifications_inhibitionrule_v1beta1: "inhibition rule",
  grafana_contact_point: "contact point",
  grafana_dashboard: "dashboard",
  grafana_data_source: "datasource",
  grafana_folder: "folder",
  grafana_folder_permission: "permissions of folder",
  grafana_library_panel: "library panel",
  grafana_message_template: "message template",
  grafana_mute_timing: "mute timing",
  grafana_notification_policy: "notification policy",
  grafana_organization_preferences: "preferences",
  grafana_playlist: "playlist",
  grafana_rule_group: "rule group",
  grafana_service_account: "service account",
  grafana_slo: "SLO",
  grafana_team: "team",
};

export function nounOf(type: string): string {
  return nouns[type] ?? type.replaceAll("_", " ");
}

/** ``contact point "on-call"``: the name that its server knows it by, or else its address. */
export function resourceName(change: ResourceChange): Text {
  const { type, address } = change;
  return text`${[nounOf(type)]} ${identityOf(change) ?? address}`;
}

/** What the server tells the object from others by; the same object may come back under another address. */
export function identityOf({
  type,
  action,
  before,
  after,
}: ResourceChange): string | undefined {
  // People know what is replaced by the name that it had.
  const attributes =
    (action === "replace" ? before : undefined) ?? after ?? before ?? {};
  switch (type) {
    case "grafana_dashboard":
      return dashboardUid(attributes.config_json) ?? textOf(attributes.uid);
    case "grafana_folder":
      return textOf(attributes.title);
    case "grafana_apps_notifications_inhibitionrule_v1beta1":
      return textOf(blocksOf(attributes.metadata)[0]?.uid);
    case "aws_s3_object":
      return textOf(attributes.key);
    default:
      return (
        textOf(attributes.name) ??
        textOf(attributes.title) ??
        textOf(attributes.folder_uid) ??
        textOf(attributes.bucket) ??
        textOf(attributes.uid)
      );
  }
}

function dashboardUid(json: unknown): string | undefined {
  if (typeof json !== "string") return undefined;
  try {
    return textOf(objectOf(JSON.parse(json)).uid);
  } catch {
    return undefined;
  }
}
