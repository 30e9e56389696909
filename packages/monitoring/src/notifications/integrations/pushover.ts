import { secondsIn } from "../../model/duration";
import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import {
  defaultTemplates,
  needsVersion,
  secretFile,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  given,
  needed,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { integerRule } from "./field-rules";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Pushover; `retrySeconds` and `expireSeconds` belong to emergency priority (2). */
export interface PushoverIntegration extends IntegrationBase {
  readonly kind: "pushover";
  readonly apiToken: Secret;
  readonly userKey: Secret;
  /** @default 0 */
  readonly priority?: -2 | -1 | 0 | 1 | 2;
  /** @default 0 */
  readonly okPriority?: -2 | -1 | 0 | 1 | 2;
  /** @default - none */
  readonly retrySeconds?: number;
  /** @default - none */
  readonly expireSeconds?: number;
  /** @default - all */
  readonly device?: string;
  /** @default - the user's */
  readonly sound?: string;
  /** @default - the user's */
  readonly okSound?: string;
  /** @default - the back end's */
  readonly title?: string;
  /** @default - the back end's */
  readonly message?: string;
}

export const pushover = {
  pages: true,
  problems,
  terraformBlock,
  alertmanager: {
    section: "pushover_configs",
    sendResolved: true,
    secrets: ["token", "user_key"],
    inherited: {},
    defaults: {
      ...defaultTemplates("pushover", {
        title: "title",
        message: "message",
        url: "url",
      }),
      priority: '{{ if eq .Status "firing" }}2{{ else }}0{{ end }}',
      retry: "1m",
      expire: "1h",
      html: "false",
      monospace: "false",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<PushoverIntegration>;

/** Pushover repeats a message of emergency priority until somebody confirms it. */
const emergency = 2;

function problems({
  priority = 0,
  okPriority = 0,
  retrySeconds,
  expireSeconds,
}: PushoverIntegration): readonly string[] {
  const isEmergency = priority === emergency || okPriority === emergency;
  return brokenRules([
    integerRule("priority", priority, -2, emergency),
    integerRule("okPriority", okPriority, -2, emergency),
    [
      isEmergency &&
        (retrySeconds === undefined || expireSeconds === undefined),
      "'retrySeconds' and 'expireSeconds' must be given for emergency priority (2)",
    ],
    [
      !isEmergency &&
        (retrySeconds !== undefined || expireSeconds !== undefined),
      "'retrySeconds' and 'expireSeconds' must be left out without emergency priority (2)",
    ],
    integerRule("retrySeconds", retrySeconds, 30, 10_800),
    integerRule("expireSeconds", expireSeconds, 1, 10_800),
  ]);
}

function terraformBlock(
  integration: PushoverIntegration,
  secrets: SecretTokens,
) {
  const { apiToken, userKey, priority = 0, okPriority = 0 } = integration;
  const { retrySeconds, expireSeconds, device, sound, okSound } = integration;
  const { title, message } = integration;
  return {
    ...resolveMessage(integration),
    apiToken: secrets(apiToken),
    userKey: secrets(userKey),
    priority,
    okPriority,
    retry: retrySeconds,
    expire: expireSeconds,
    device,
    sound,
    okSound,
    title,
    message,
    uploadImage: true,
  };
}

/** Pushover; its keys can be read from files since 0.26. */
function write(
  integration: PushoverIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (context.minor < 26) {
    return needsVersion(26, "reading the keys of Pushover from files");
  }
  const { priority = 0, okPriority = 0, sound, okSound } = integration;
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      token_file: secretFile(integration.apiToken),
      user_key_file: secretFile(integration.userKey),
      priority: whileFiring(String(priority), String(okPriority)),
      retry: seconds(integration.retrySeconds),
      expire: seconds(integration.expireSeconds),
      device: integration.device,
      sound:
        sound === undefined && okSound === undefined
          ? undefined
          : whileFiring(sound ?? "", okSound ?? sound ?? ""),
      title: context.text("title", integration.title),
      message: context.text("message", integration.message),
    },
  ];
}

/** Alertmanager has one field for both states, which may be a template. */
function whileFiring(firing: string, resolved: string): string {
  return firing === resolved
    ? firing
    : `{{ if eq .Status "firing" }}${firing}{{ else }}${resolved}{{ end }}`;
}

function seconds(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}s`;
}

/** Pushover; one field says the priority while an alert fires and after. */
function read(fields: AlertmanagerFields): PushoverIntegration | undefined {
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

type Priority = NonNullable<PushoverIntegration["priority"]>;

const priorities: readonly Priority[] = [-2, -1, 0, 1, 2];

function readPriorities(
  fields: AlertmanagerFields,
): readonly [Priority, Priority] {
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

function readSeconds(
  fields: AlertmanagerFields,
  field: string,
): number | undefined {
  const duration = fields.duration(field);
  return duration === undefined ? undefined : secondsIn(duration);
}
