/** What Grafana refuses in a contact point, beyond what the provider's schema asks for. */
import { blocks, text, texts, type ObjectValue } from "./cty";
import { parseDuration } from "./prometheus-duration";

type Integration = ObjectValue;
type Check = readonly [refused: (of: Integration) => boolean, message: string];

const given = (of: Integration, name: string): boolean =>
  (text(of[name]) ?? "") !== "";
const matches = (of: Integration, name: string, form: RegExp): boolean =>
  !given(of, name) || form.test(text(of[name])!);
const isUrl = (of: Integration, name: string): boolean =>
  !given(of, name) || URL.canParse(text(of[name])!);

const oneAuthentication: Check = [
  (of) =>
    given(of, "authorization_credentials") &&
    (given(of, "basic_auth_user") || given(of, "basic_auth_password")),
  "authorization and basic auth exclude each other",
];

const checks: Readonly<Record<string, readonly Check[]>> = {
  email: [
    [
      (of) => texts(of["addresses"]).join("").trim() === "",
      "addresses must not be empty",
    ],
  ],
  jira: [
    [
      (of) =>
        given(of, "api_token") === (given(of, "user") && given(of, "password")),
      "exactly one of api_token or user and password must be given",
    ],
    [
      (of) => !matches(of, "dedup_key_field", /^\d+$/),
      "dedup_key_field must be digits",
    ],
    [
      (of) =>
        given(of, "reopen_duration") &&
        parseDuration(text(of["reopen_duration"])!) === undefined,
      "reopen_duration must be a duration",
    ],
  ],
  kafka: [
    [
      (of) => text(of["api_version"]) === "v3" && !given(of, "cluster_id"),
      "cluster_id is required for api_version v3",
    ],
  ],
  oncall: [oneAuthentication],
  opsgenie: [
    [
      (of) =>
        blocks(of["responders"]).some(
          (responder) =>
            !["id", "name", "username"].some((name) => given(responder, name)),
        ),
      "each responder needs one of id, name, username",
    ],
  ],
  slack: [
    [
      (of) => given(of, "url") === given(of, "token"),
      "either url or token must be given, not both",
    ],
    [
      (of) => given(of, "token") && !given(of, "recipient"),
      "recipient is required with token",
    ],
    [(of) => !isUrl(of, "url"), "url must be a URL"],
    [
      (of) => !matches(of, "mention_channel", /^(?:here|channel)$/),
      "mention_channel must be here or channel",
    ],
  ],
  sns: [
    [(of) => !matches(of, "topic", /^arn:/), "topic must be an ARN"],
    [
      (of) => given(of, "access_key") !== given(of, "secret_key"),
      "access_key and secret_key must be given together",
    ],
  ],
  telegram: [
    [
      (of) => !matches(of, "message_thread_id", /^-?\d{1,10}$/),
      "message_thread_id must be an int32",
    ],
  ],
  threema: [
    [
      (of) => !matches(of, "gateway_id", /^\*.{7}$/),
      "gateway_id must be * and 7 characters",
    ],
    [
      (of) => !matches(of, "recipient_id", /^.{8}$/),
      "recipient_id must have 8 characters",
    ],
  ],
  webhook: [oneAuthentication],
  wecom: [
    [
      (of) =>
        given(of, "url") ===
        ["secret", "corp_id", "agent_id"].every((name) => given(of, name)),
      "either url or secret, corp_id and agent_id must be given",
    ],
  ],
};

export function contactPointProblems(contactPoint: ObjectValue): string[] {
  const integrations = Object.keys(contactPoint).flatMap((kind) =>
    blocks(contactPoint[kind]).map((of) => ({ kind, of })),
  );
  if (integrations.length === 0)
    return ["at least one receiver block is needed"];
  return integrations.flatMap(({ kind, of }) =>
    (checks[kind] ?? [])
      .filter(([refused]) => refused(of))
      .map(([, message]) => `${kind}: ${message}`),
  );
}
