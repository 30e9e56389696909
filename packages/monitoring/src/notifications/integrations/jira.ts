import {
  canonicalDuration,
  isDuration,
  type Duration,
} from "../../model/duration";
import type { Secret } from "../../model/secret";
import { sortedKeys } from "../../internal/sorted-keys";
import { brokenRules, got } from "../../rules/rule-table";
import {
  defaultTemplates,
  needsVersion,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  clearAddress,
  given,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { textRule, togetherRule, urlRule } from "./field-rules";
import { httpConfig, readHttp } from "./http-authentication";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Jira issue; authenticated by `apiToken`, or by `user` and `password`. */
export interface JiraIntegration extends IntegrationBase {
  readonly kind: "jira";
  readonly apiUrl: string;
  readonly project: string;
  readonly issueType: string;
  /** @default - user and password */
  readonly apiToken?: Secret;
  /** @default - apiToken */
  readonly user?: Secret;
  /** @default - apiToken */
  readonly password?: Secret;
  /** @default - the back end's */
  readonly summary?: string;
  /** @default - the back end's */
  readonly description?: string;
  /** @default [] */
  readonly labels?: readonly string[];
  /** @default - the project's */
  readonly priority?: string;
  /** @default - none */
  readonly reopenTransition?: string;
  /** @default - none */
  readonly resolveTransition?: string;
  /** @default - none */
  readonly wontFixResolution?: string;
  /** @default - never */
  readonly reopenDuration?: Duration;
  /** @default - none; digits only */
  readonly dedupKeyField?: string;
  /** @default {} */
  readonly fields?: Readonly<Record<string, string>>;
}

export const jira = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "jira_configs",
    sendResolved: true,
    secrets: [],
    inherited: { api_url: "jira_api_url" },
    defaults: {
      ...defaultTemplates("jira", {
        summary: "summary",
        description: "description",
        priority: "priority",
      }),
      api_type: "auto",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<JiraIntegration>;

function problems(integration: JiraIntegration): readonly string[] {
  const { apiUrl, project, issueType, apiToken, user, password } = integration;
  const { reopenDuration, dedupKeyField, labels = [] } = integration;
  const hasPassword = user !== undefined || password !== undefined;
  return brokenRules([
    urlRule("apiUrl", apiUrl),
    textRule("project", project),
    textRule("issueType", issueType),
    [
      apiToken === undefined && !hasPassword,
      "'apiToken', or 'user' and 'password' must be given, got neither",
    ],
    [
      apiToken !== undefined && hasPassword,
      "'apiToken' and 'user' with 'password' must not be given both",
    ],
    togetherRule(["user", "password"], [user, password]),
    [
      dedupKeyField !== undefined && !/^\d+$/.test(dedupKeyField),
      `'dedupKeyField' must be the digits of a custom field, ${got(dedupKeyField)}`,
    ],
    [
      reopenDuration !== undefined && !isDuration(reopenDuration),
      `'reopenDuration' must be a whole number and one of s, m, h, d, w, ${got(reopenDuration)}`,
    ],
    ...labels.map(
      (label) =>
        [
          !label.includes("{{") && !/^\S+$/.test(label),
          `'labels' must hold words without spaces, ${got(label)}`,
        ] as const,
    ),
  ]);
}

function terraformBlock(integration: JiraIntegration, secrets: SecretTokens) {
  const { apiUrl, project, issueType, apiToken, user, password } = integration;
  const { summary, description, labels, priority, fields } = integration;
  const { reopenTransition, resolveTransition, reopenDuration } = integration;
  const { wontFixResolution, dedupKeyField } = integration;
  return {
    ...resolveMessage(integration),
    apiUrl,
    project,
    issueType,
    apiToken: optionalSecret(apiToken, secrets),
    user: optionalSecret(user, secrets),
    password: optionalSecret(password, secrets),
    summary,
    description,
    labels: labels === undefined ? undefined : [...labels].sort(),
    priority,
    reopenTransition,
    resolveTransition,
    wontFixResolution,
    reopenDuration:
      reopenDuration === undefined
        ? undefined
        : canonicalDuration(reopenDuration),
    dedupKeyField,
    fields: fields === undefined ? undefined : sortedKeys(fields),
  };
}

/** Jira, known since 0.28. */
function write(
  integration: JiraIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (context.minor < 28) return needsVersion(28, "Jira");
  if (integration.apiToken === undefined) {
    return {
      omitted:
        "the user of Jira is a secret, which Alertmanager reads from no file; use apiToken",
    };
  }
  context.unknown({ dedupKeyField: integration.dedupKeyField });
  const { labels, reopenDuration } = integration;
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      api_url: integration.apiUrl,
      http_config: httpConfig({
        authorizationCredentials: integration.apiToken,
      }),
      project: integration.project,
      issue_type: integration.issueType,
      summary: context.text("summary", integration.summary),
      description: context.text("description", integration.description),
      labels: labels?.length ? labels : undefined,
      priority: context.text("priority", integration.priority),
      reopen_transition: integration.reopenTransition,
      resolve_transition: integration.resolveTransition,
      wont_fix_resolution: integration.wontFixResolution,
      reopen_duration: reopenDuration && canonicalDuration(reopenDuration),
      fields: integration.fields,
    },
  ];
}

/** Jira. A user's name is a secret here, which Alertmanager reads from no file. */
function read(fields: AlertmanagerFields): JiraIntegration | undefined {
  const http = readHttp(fields);
  const { authorizationCredentials: apiToken, basicAuthPassword: password } =
    http;
  if (apiToken === undefined) {
    fields.list(
      "",
      password === undefined ? "Jira without credentials" : "Jira with a user",
      "Alertmanager is given a token for Jira here, as authorization of http_config",
    );
    return undefined;
  }
  if (http.authorizationScheme !== undefined)
    fields.list(
      "http_config.authorization.type",
      "another scheme than Bearer",
      "the token of Jira is sent as Bearer",
    );
  const labels = fields.texts("labels");
  const apiUrl = fields.text("api_url") ?? "";
  const address = clearAddress(fields, "api_url", apiUrl);
  if (address === undefined) {
    fields.list("", "Jira at such an address", "it needs an address");
    return undefined;
  }
  return {
    kind: "jira",
    apiUrl: address,
    project: fields.required("project"),
    issueType: fields.required("issue_type"),
    apiToken,
    ...given({
      summary: fields.template("summary"),
      description: fields.template("description"),
      ...(labels?.length ? { labels } : {}),
      priority: fields.template("priority"),
      reopenTransition: fields.text("reopen_transition"),
      resolveTransition: fields.text("resolve_transition"),
      wontFixResolution: fields.text("wont_fix_resolution"),
      reopenDuration: fields.duration("reopen_duration"),
      fields: fields.map("fields")?.restAsTexts(),
    }),
    ...sendResolved(fields),
  };
}
