/**
 * What the server answers after it has stored an object. A value that comes
 * back in another spelling than it was sent is planned anew after every apply,
 * unless the provider takes both for the same (see spelling.ts).
 */
import { blocks, text, type ObjectValue, type Value } from "./cty";
import {
  parseJsonObject,
  ruleModelInState,
  ruleModelOnServer,
  sortedJson,
} from "./grafana-json";
import { canonicalDuration } from "./prometheus-duration";
import { canonicalInterval } from "./time-interval";

type Rewrite = (object: ObjectValue) => ObjectValue;

const rewrites: Readonly<Record<string, Rewrite>> = {
  grafana_notification_policy: route,
  grafana_rule_group: (group) => rewriteBlocks(group, "rule", rule),
  grafana_mute_timing: (timing) =>
    rewriteBlocks(timing, "intervals", canonicalInterval),
  grafana_message_template: messageTemplate,
  grafana_playlist: playlist,
  grafana_annotation: annotation,
  grafana_library_panel: libraryPanel,
  grafana_folder_permission: permissions,
  grafana_dashboard_permission: permissions,
};

/** The object as the server gives it back. */
export function onServer(type: string, object: ObjectValue): ObjectValue {
  return rewrites[type]?.(object) ?? object;
}

function route(policy: ObjectValue): ObjectValue {
  const rewritten = rewriteBlocks(timings(policy), "policy", route);
  return "matcher" in policy
    ? rewriteBlocks(rewritten, "matcher", matcher)
    : rewritten;
}

/** The server takes one pair of quotes around a matcher's value for syntax. */
function matcher(of: ObjectValue): ObjectValue {
  const quoted = /^"(.*)"$/s.exec(text(of["value"]) ?? "");
  return quoted === null ? of : { ...of, value: quoted[1]! };
}

function rule(of: ObjectValue): ObjectValue {
  const withData = rewriteBlocks(of, "data", (data) => ({
    ...data,
    model: ruleModelInState(
      ruleModelOnServer(
        text(data["model"]) ?? "",
        text(data["query_type"]) ?? "",
      ),
    ),
  }));
  const withSettings = rewriteBlocks(
    withData,
    "notification_settings",
    timings,
  );
  return rewriteTexts(
    withSettings,
    ["for", "keep_firing_for"],
    canonicalDuration,
  );
}

function timings(of: ObjectValue): ObjectValue {
  return rewriteTexts(
    of,
    ["group_wait", "group_interval", "repeat_interval"],
    canonicalDuration,
  );
}

/** A template that does not open with a definition is wrapped in one. */
function messageTemplate(template: ObjectValue): ObjectValue {
  const content = text(template["template"]) ?? "";
  if (/\{\{ *define/.test(content)) return template;
  return {
    ...template,
    template: `{{ define "${text(template["name"])}" }}\n  ${content}\n{{ end }}`,
  };
}

/** The items of a playlist are numbered from 1. */
function playlist(of: ObjectValue): ObjectValue {
  const byOrder = blocks(of["item"]).sort(
    (a, b) => Number(a["order"]) - Number(b["order"]),
  );
  return {
    ...of,
    item: byOrder.map((item, index) => ({ ...item, order: index + 1 })),
  };
}

/** Times come back in UTC, in whole seconds. */
function annotation(of: ObjectValue): ObjectValue {
  return rewriteTexts(of, ["time", "time_end"], (time) => {
    const milliseconds = Date.parse(time);
    return Number.isNaN(milliseconds)
      ? time
      : new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
  });
}

/** A description of null is dropped from a library panel's model. */
function libraryPanel(of: ObjectValue): ObjectValue {
  const model = parseJsonObject(text(of["model_json"]) ?? "");
  if (model === undefined || model["description"] !== null) return of;
  delete model["description"];
  return { ...of, model_json: sortedJson(model) };
}

/** One permission a role, team or user: of two, the later one stays. */
function permissions(of: ObjectValue): ObjectValue {
  const bySubject = new Map(
    blocks(of["permissions"]).map((permission) => [
      ["role", "team_id", "user_id"]
        .map((subject) => text(permission[subject]) ?? "")
        .join("/"),
      permission,
    ]),
  );
  return { ...of, permissions: [...bySubject.values()] };
}

function rewriteBlocks(
  object: ObjectValue,
  name: string,
  rewrite: Rewrite,
): ObjectValue {
  return { ...object, [name]: blocks(object[name]).map(rewrite) };
}

function rewriteTexts(
  object: ObjectValue,
  names: readonly string[],
  rewrite: (value: string) => string,
): ObjectValue {
  const rewritten = names.map((name): [string, Value] => {
    const value = object[name] ?? null;
    return [name, typeof value === "string" ? rewrite(value) : value];
  });
  return { ...object, ...Object.fromEntries(rewritten) };
}
