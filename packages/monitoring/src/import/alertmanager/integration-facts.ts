/** What Alertmanager does with one kind of integration when the file does not say it, and what of it is secret. */
export interface SectionFacts {
  /** Whether the end of an alert is told too, unless the file says otherwise. */
  readonly sendResolved: boolean;
  /** Fields with a value that must not be written down; each may be `<field>_file` instead. */
  readonly secrets: readonly string[];
  /** Fields that come from `global` when they are missing: field to global field. */
  readonly inherited: Readonly<Record<string, string>>;
  /** Values that mean the same as a missing field. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Whether requests go out by `http_config`. */
  readonly http: boolean;
}

/** A field whose default is the template that Alertmanager brings along for it. */
function templates(
  kind: string,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, name]) => [
      field,
      `{{ template "${kind}.default.${name}" . }}`,
    ]),
  );
}

/** The integrations that both Alertmanager and the model know, by the key of a receiver that holds them. */
export const sectionFacts: Readonly<Record<string, SectionFacts>> = {
  discord_configs: {
    sendResolved: true,
    secrets: ["webhook_url"],
    inherited: {},
    defaults: templates("discord", { title: "title", message: "message" }),
    http: true,
  },
  email_configs: {
    sendResolved: false,
    secrets: ["auth_password", "auth_secret"],
    // The server of an environment sends all e-mail; see `effectiveSmtp`.
    inherited: {},
    defaults: templates("email", { html: "html" }),
    http: false,
  },
  jira_configs: {
    sendResolved: true,
    secrets: [],
    inherited: { api_url: "jira_api_url" },
    defaults: {
      ...templates("jira", {
        summary: "summary",
        description: "description",
        priority: "priority",
      }),
      api_type: "auto",
    },
    http: true,
  },
  msteams_configs: {
    sendResolved: true,
    secrets: ["webhook_url"],
    inherited: {},
    defaults: templates("msteams", {
      title: "title",
      summary: "summary",
      text: "text",
    }),
    http: true,
  },
  opsgenie_configs: {
    sendResolved: true,
    secrets: ["api_key"],
    inherited: { api_url: "opsgenie_api_url", api_key: "opsgenie_api_key" },
    defaults: {
      ...templates("opsgenie", {
        message: "message",
        description: "description",
        source: "source",
      }),
      api_url: "https://api.opsgenie.com/",
      update_alerts: "false",
    },
    http: true,
  },
  pagerduty_configs: {
    sendResolved: true,
    secrets: ["routing_key", "service_key"],
    inherited: { url: "pagerduty_url" },
    defaults: {
      ...templates("pagerduty", {
        description: "description",
        client: "client",
        client_url: "clientURL",
      }),
      url: "https://events.pagerduty.com/v2/enqueue",
      severity: "error",
    },
    http: true,
  },
  pushover_configs: {
    sendResolved: true,
    secrets: ["token", "user_key"],
    inherited: {},
    defaults: {
      ...templates("pushover", {
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
  },
  slack_configs: {
    sendResolved: false,
    secrets: ["api_url", "app_token"],
    inherited: {
      api_url: "slack_api_url",
      app_token: "slack_app_token",
      app_url: "slack_app_url",
    },
    defaults: {
      ...templates("slack", {
        username: "username",
        title: "title",
        title_link: "titlelink",
        icon_emoji: "iconemoji",
        icon_url: "iconurl",
        pretext: "pretext",
        text: "text",
        fallback: "fallback",
        callback_id: "callbackid",
        footer: "footer",
      }),
      color: '{{ if eq .Status "firing" }}danger{{ else }}good{{ end }}',
      short_fields: "false",
      link_names: "false",
    },
    http: true,
  },
  sns_configs: {
    sendResolved: true,
    secrets: ["sigv4.access_key", "sigv4.secret_key"],
    inherited: {},
    defaults: templates("sns", { subject: "subject", message: "message" }),
    http: true,
  },
  telegram_configs: {
    sendResolved: true,
    secrets: ["bot_token"],
    inherited: {
      api_url: "telegram_api_url",
      bot_token: "telegram_bot_token",
    },
    defaults: {
      ...templates("telegram", { message: "message" }),
      api_url: "https://api.telegram.org",
      parse_mode: "HTML",
      disable_notifications: "false",
    },
    http: true,
  },
  webex_configs: {
    sendResolved: true,
    secrets: [],
    inherited: { api_url: "webex_api_url" },
    defaults: {
      ...templates("webex", { message: "message" }),
      api_url: "https://webexapis.com/v1/messages",
    },
    http: true,
  },
  webhook_configs: {
    sendResolved: true,
    secrets: [],
    inherited: {},
    defaults: { max_alerts: "0", timeout: "0s" },
    http: true,
  },
  wechat_configs: {
    sendResolved: false,
    secrets: ["api_secret"],
    inherited: {
      api_url: "wechat_api_url",
      api_secret: "wechat_api_secret",
      corp_id: "wechat_api_corp_id",
    },
    defaults: {
      ...templates("wechat", {
        message: "message",
        to_user: "to_user",
        to_party: "to_party",
        to_tag: "to_tag",
        agent_id: "agent_id",
      }),
      api_url: "https://qyapi.weixin.qq.com/cgi-bin/",
      message_type: "text",
    },
    http: true,
  },
};

/** What PagerDuty is told in any case; the file adds to it. */
export const pagerdutyDetails: Readonly<Record<string, string>> = {
  firing: '{{ template "pagerduty.default.instances" .Alerts.Firing }}',
  resolved: '{{ template "pagerduty.default.instances" .Alerts.Resolved }}',
  num_firing: "{{ .Alerts.Firing | len }}",
  num_resolved: "{{ .Alerts.Resolved | len }}",
};

/** Secrets of every `http_config`. */
export const httpSecrets: readonly string[] = [
  "http_config.authorization.credentials",
  "http_config.basic_auth.password",
  "http_config.oauth2.client_secret",
];

/** What `http_config` means when it does not say otherwise. */
export const httpDefaults: Readonly<Record<string, string>> = {
  follow_redirects: "true",
  enable_http2: "true",
  proxy_from_environment: "false",
};

/** What `global` means when it does not say otherwise. */
export const globalDefaults: Readonly<Record<string, string>> = {
  resolve_timeout: "5m",
  smtp_hello: "localhost",
  smtp_require_tls: "true",
};
