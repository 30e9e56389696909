/** What the server refuses of an object on its own, whatever else it holds. */
import { text, type ObjectValue } from "./cty";
import { parseJsonObject } from "./grafana-json";
import { contactPointProblems } from "./contact-point-rules";
import { policyProblems } from "./routing-rules";
import { ruleGroupProblems } from "./rule-group-rules";
import { intervalProblems } from "./time-interval";
import { uidProblems } from "./uid-rules";

const rules: Readonly<Record<string, (object: ObjectValue) => string[]>> = {
  grafana_contact_point: contactPointProblems,
  grafana_dashboard: dashboardProblems,
  grafana_data_source: (dataSource) =>
    uidProblems("uid", text(dataSource["uid"])),
  grafana_folder: folderProblems,
  grafana_message_template: (template) =>
    (text(template["template"]) ?? "").trim() === ""
      ? ["template: must not be empty"]
      : [],
  grafana_mute_timing: intervalProblems,
  grafana_notification_policy: policyProblems,
  grafana_rule_group: ruleGroupProblems,
};

export function objectProblems(type: string, object: ObjectValue): string[] {
  return rules[type]?.(object) ?? [];
}

function folderProblems(folder: ObjectValue): string[] {
  const [uid, title] = [text(folder["uid"]), text(folder["title"]) ?? ""];
  return [
    ...uidProblems("uid", uid),
    ...(uid === "general" || uid === "sharedwithme"
      ? [`uid: ${uid} is reserved`]
      : []),
    ...(title === "" ? ["title: must not be empty"] : []),
    ...(/^(?:general|dashboards)$/i.test(title)
      ? [`title: ${title} is reserved`]
      : []),
  ];
}

function dashboardProblems(dashboard: ObjectValue): string[] {
  const json = parseJsonObject(text(dashboard["config_json"]) ?? "");
  const uid = json?.["uid"];
  const title = json?.["title"];
  return [
    ...uidProblems("config_json.uid", typeof uid === "string" ? uid : ""),
    ...(typeof title === "string" && title !== ""
      ? []
      : ["config_json.title: must not be empty"]),
    ...(json !== undefined && "spec" in json && "kind" in json
      ? ["config_json: a Kubernetes manifest is no classic dashboard"]
      : []),
  ];
}
