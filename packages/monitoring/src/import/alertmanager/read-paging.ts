import type {
  OpsGenieIntegration,
  OpsGenieResponder,
  PagerDutyIntegration,
  PushoverIntegration,
} from "../../model/paging-integrations";
import { secondsIn } from "../../model/duration";
import { clearAddress } from "./clear-address";
import type { ConfigFields } from "./config-fields";
import { given, sendResolved } from "./given";
import { needed } from "./read-chat";

/** PagerDuty, by its Events API v2. */
export function readPagerduty(
  fields: ConfigFields,
): PagerDutyIntegration | undefined {
  const integrationKey = fields.secret("routing_key");
  if (integrationKey === undefined) {
    if (!fields.has("service_key_file")) return needed(fields, "routing_key");
    fields.list(
      "",
      "PagerDuty with a service key",
      "only the Events API v2 is known here; make an integration of that kind and use its routing_key",
    );
    return undefined;
  }
  // The model says "critical" where Alertmanager says "error".
  const severity = fields.template("severity") ?? "error";
  const url = fields.text("url");
  return {
    kind: "pagerduty",
    integrationKey,
    ...(severity === "critical" ? {} : { severity }),
    ...given({
      class: fields.template("class"),
      component: fields.template("component"),
      group: fields.template("group"),
      summary: fields.template("description"),
      source: fields.template("source"),
      client: fields.template("client"),
      clientUrl: fields.template("client_url"),
      details: readDetails(fields),
      url: url === undefined ? undefined : clearAddress(fields, "url", url),
    }),
    ...sendResolved(fields),
  };
}

function readDetails(
  fields: ConfigFields,
): Readonly<Record<string, string>> | undefined {
  const details = fields.map("details");
  if (details === undefined) return undefined;
  const read: Record<string, string> = {};
  for (const name of details.names()) {
    // A map inside stays, and is listed.
    if (!details.isText(name)) continue;
    const text = details.template(name);
    if (text !== undefined) read[name] = text;
  }
  return Object.keys(read).length > 0 ? read : undefined;
}

/** Opsgenie. */
export function readOpsgenie(
  fields: ConfigFields,
): OpsGenieIntegration | undefined {
  const apiKey = fields.secret("api_key");
  if (apiKey === undefined) return needed(fields, "api_key");
  const responders = (fields.maps("responders") ?? []).map(readResponder);
  const url = fields.text("api_url");
  return {
    kind: "opsgenie",
    apiKey,
    ...given({
      url: url === undefined ? undefined : clearAddress(fields, "api_url", url),
      message: fields.template("message"),
      description: fields.template("description"),
    }),
    ...(responders.length > 0 ? { responders } : {}),
    ...sendResolved(fields),
  };
}

const responderTypes: readonly OpsGenieResponder["type"][] = [
  "team",
  "teams",
  "user",
  "escalation",
  "schedule",
];

function readResponder(fields: ConfigFields): OpsGenieResponder {
  const said = fields.required("type");
  const type = responderTypes.find((known) => known === said);
  if (type === undefined)
    fields.list(
      "type",
      `a responder of type ${JSON.stringify(said)}`,
      `it is ${responderTypes.join(", ")} here; written as team`,
    );
  return {
    type: type ?? "team",
    ...given({
      name: fields.text("name"),
      username: fields.text("username"),
      id: fields.text("id"),
    }),
  };
}

type Priority = NonNullable<PushoverIntegration["priority"]>;

const priorities: readonly Priority[] = [-2, -1, 0, 1, 2];

/** Pushover; one field says the priority while an alert fires and after. */
export function readPushover(
  fields: ConfigFields,
): PushoverIntegration | undefined {
  const apiToken = fields.secret("token");
  const userKey = fields.secret("user_key");
  if (apiToken === undefined) return needed(fields, "token");
  if (userKey === undefined) return needed(fields, "user_key");
  const [priority, okPriority] = readPriorities(fields);
  // An emergency is repeated; Alertmanager says how often where the file does not.
  const isEmergency = priority === 2 || okPriority === 2;
  const [sound, okSound] = byState(fields.text("sound"));
  return {
    kind: "pushover",
    apiToken,
    userKey,
    ...(priority === 0 ? {} : { priority }),
    ...(okPriority === 0 ? {} : { okPriority }),
    ...given({
      retrySeconds:
        readSeconds(fields, "retry") ?? (isEmergency ? 60 : undefined),
      expireSeconds:
        readSeconds(fields, "expire") ?? (isEmergency ? 3600 : undefined),
      device: fields.text("device"),
      sound,
      okSound: okSound === sound ? undefined : okSound,
      title: fields.template("title"),
      message: fields.template("message"),
    }),
    ...sendResolved(fields),
  };
}

function readPriorities(fields: ConfigFields): readonly [Priority, Priority] {
  const text = fields.text("priority");
  if (text === undefined) return [2, 0];
  const [firing, resolved] = byState(text).map((part) =>
    priorities.find((known) => String(known) === part?.trim()),
  );
  if (firing !== undefined && resolved !== undefined) return [firing, resolved];
  fields.list(
    "priority",
    "a priority that is a template",
    "it is one number while an alert fires and one after; written as 0",
  );
  return [0, 0];
}

/** What a text says while an alert fires and after: twice the same, or the branches of one question. */
function byState(
  text: string | undefined,
): readonly [string | undefined, string | undefined] {
  const branches =
    /^\{\{ *if eq \.Status "firing" *\}\}([^{}]*)\{\{ *else *\}\}([^{}]*)\{\{ *end *\}\}$/.exec(
      text ?? "",
    );
  return branches === null
    ? [text, text]
    : [branches[1] ?? "", branches[2] ?? ""];
}

function readSeconds(fields: ConfigFields, field: string): number | undefined {
  const duration = fields.duration(field);
  return duration === undefined ? undefined : secondsIn(duration);
}
