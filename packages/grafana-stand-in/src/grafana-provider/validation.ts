/** What the provider refuses at `terraform validate`; core checks types, required and unknown names itself. */
import { display, eachAttribute, type Place } from "./attributes";
import { isObject, text, type ObjectValue, type Value } from "./cty";
import { error, type Diagnostic } from "./diagnostic";
import { parseJsonObject } from "./grafana-json";
import type { Block } from "./schema";

/** Attributes that hold a JSON object, by name. */
const jsonAttributes = new Set([
  "config_json",
  "json_data_encoded",
  "secure_json_data_encoded",
  "model",
  "model_json",
]);

/** Allowed values, by the end of the attribute's path. */
const allowedValues: Readonly<Record<string, readonly string[]>> = {
  "matcher.match": ["=", "!=", "=~", "!~"],
  "rule.no_data_state": ["NoData", "Alerting", "OK", "KeepLast"],
  "rule.exec_err_state": ["Alerting", "Error", "OK", "KeepLast"],
  "permissions.permission": ["View", "Edit", "Admin"],
  "permissions.role": ["Viewer", "Editor"],
  "grafana_service_account.role": ["Viewer", "Editor", "Admin", "None"],
  "grafana_data_source.access_mode": ["proxy", "direct"],
  "opsgenie.send_tags_as": ["tags", "details", "both"],
  "telegram.parse_mode": ["None", "Markdown", "MarkdownV2", "HTML"],
  "kafka.api_version": ["v2", "v3"],
  "sns.auth_provider": ["default", "arn", "keys"],
  "sns.message_format": ["text", "body", "json"],
  "wecom.msg_type": ["markdown", "text"],
};

const SUBJECTS = ["role", "team_id", "user_id"];

export function validate(
  type: string,
  block: Block,
  config: ObjectValue,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  eachAttribute(block, config, (value, place) => {
    const problem = attributeProblem(type, value, place);
    if (problem !== undefined) {
      found.push(
        error(
          problem.summary,
          `${display(place.steps)}: ${problem.detail}`,
          place.steps,
        ),
      );
    }
  });
  if (type.endsWith("_permission")) found.push(...permissionProblems(config));
  return found;
}

interface Problem {
  readonly summary: string;
  readonly detail: string;
}

function attributeProblem(
  type: string,
  value: Value,
  place: Place,
): Problem | undefined {
  if (value === null) return undefined;
  const { attribute, name, pattern } = place;
  if (attribute.computed && !attribute.optional) {
    return {
      summary: "Value for unconfigurable attribute",
      detail: "the provider decides this value, it cannot be configured",
    };
  }
  const string = text(value);
  if (string === undefined) return undefined;
  if (jsonAttributes.has(name)) return jsonProblem(type, name, string);
  if (
    pattern === "uid" &&
    type === "grafana_folder" &&
    !/^[a-zA-Z0-9_-]+$/.test(string)
  ) {
    return {
      summary: "Invalid uid",
      detail: `${JSON.stringify(string)} has characters outside [a-zA-Z0-9_-]`,
    };
  }
  const path = `${type}.${pattern}`;
  const allowed = Object.entries(allowedValues).find(
    ([end]) => path === end || path.endsWith(`.${end}`),
  )?.[1];
  return allowed === undefined || allowed.includes(string)
    ? undefined
    : {
        summary: `Invalid value for ${name}`,
        detail: `expected one of ${allowed.join(", ")}, got ${JSON.stringify(string)}`,
      };
}

function jsonProblem(
  type: string,
  name: string,
  json: string,
): Problem | undefined {
  const parsed = parseJsonObject(json);
  if (parsed === undefined) {
    return { summary: "Invalid JSON", detail: "the text is not a JSON object" };
  }
  const headers = Object.keys(parsed).filter((key) =>
    /^httpHeader(?:Name|Value)\d*$/.test(key),
  );
  return type.startsWith("grafana_data_source") && headers.length > 0
    ? {
        summary: `HTTP headers inside ${name}`,
        detail: `${headers.join(", ")}: use http_headers instead`,
      }
    : undefined;
}

/** Each permission is for exactly one role, team or user. */
function permissionProblems(config: ObjectValue): Diagnostic[] {
  const permissions = config["permissions"];
  if (!Array.isArray(permissions)) return [];
  return permissions.filter(isObject).flatMap((entry) => {
    const subjects = SUBJECTS.filter((name) => (entry[name] ?? null) !== null);
    return subjects.length === 1
      ? []
      : [
          error(
            "Invalid permission",
            `permissions: exactly one of ${SUBJECTS.join(", ")} is needed, got ${subjects.join(", ") || "none"}`,
            [{ name: "permissions" }],
          ),
        ];
  });
}

/** `org_id` is for basic authentication only: a token belongs to one organisation. */
export function organisationProblem(
  config: ObjectValue,
  auth: string,
): Diagnostic[] {
  return (config["org_id"] ?? null) === null || auth.includes(":")
    ? []
    : [
        error(
          "Invalid organisation",
          "org_id is only supported with basic auth",
          [{ name: "org_id" }],
        ),
      ];
}
