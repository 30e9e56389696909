import type { Duration } from "./duration";
import type { IntegrationBase } from "./integration-base";
import type { Secret } from "./secret";

/** OAuth 2 client credentials for a webhook. */
export interface WebhookOauth2 {
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly tokenUrl: string;
  /** @default [] */
  readonly scopes?: readonly string[];
  /** @default {} */
  readonly endpointParams?: Readonly<Record<string, string>>;
}

/** Another Alertmanager. */
export interface AlertmanagerIntegration extends IntegrationBase {
  readonly kind: "alertmanager";
  readonly url: string;
  /** @default - none */
  readonly basicAuthUser?: string;
  /** @default - none */
  readonly basicAuthPassword?: Secret;
}

/** E-mail, sent by the server's own SMTP settings. */
export interface EmailIntegration extends IntegrationBase {
  readonly kind: "email";
  /** At least one. */
  readonly addresses: readonly string[];
  /** @default false */
  readonly singleEmail?: boolean;
  /** @default - the back end's */
  readonly subject?: string;
  /** @default - the back end's */
  readonly message?: string;
}

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

/** Kafka REST proxy. */
export interface KafkaIntegration extends IntegrationBase {
  readonly kind: "kafka";
  readonly restProxyUrl: Secret;
  readonly topic: string;
  /** @default "v2" */
  readonly apiVersion?: "v2" | "v3";
  /** @default - none; required for v3 */
  readonly clusterId?: string;
  /** @default - none */
  readonly username?: string;
  /** @default - none */
  readonly password?: Secret;
  /** @default - Grafana's */
  readonly description?: string;
  /** @default - Grafana's */
  readonly details?: string;
}

/** Sensu Go. */
export interface SensuGoIntegration extends IntegrationBase {
  readonly kind: "sensugo";
  readonly url: string;
  readonly apiKey: Secret;
  /** @default "default" */
  readonly entity?: string;
  /** @default "default" */
  readonly check?: string;
  /** @default "default" */
  readonly namespace?: string;
  /** @default - none */
  readonly handler?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

/** Amazon SNS; `accessKey` and `secretKey` both or neither. */
export interface SnsIntegration extends IntegrationBase {
  readonly kind: "sns";
  readonly topicArn: string;
  /** @default - the topic's */
  readonly region?: string;
  /** @default "default" */
  readonly authProvider?: "default" | "arn" | "keys";
  /** @default - the default credential chain */
  readonly accessKey?: Secret;
  /** @default - the default credential chain */
  readonly secretKey?: Secret;
  /** @default - none */
  readonly assumeRoleArn?: string;
  /** @default - none */
  readonly externalId?: string;
  /** @default "text" */
  readonly messageFormat?: "text" | "body" | "json";
  /** @default - the back end's */
  readonly subject?: string;
  /** @default - the back end's */
  readonly body?: string;
}

/** Any HTTP endpoint; `authorization…` or `basicAuth…`, not both. */
export interface WebhookIntegration extends IntegrationBase {
  readonly kind: "webhook";
  readonly url: string;
  /** @default "POST" */
  readonly httpMethod?: "POST" | "PUT";
  /** @default 0, no limit */
  readonly maxAlerts?: number;
  /** @default "Bearer" */
  readonly authorizationScheme?: string;
  /** @default - none */
  readonly authorizationCredentials?: Secret;
  /** @default - none */
  readonly basicAuthUser?: string;
  /** @default - none */
  readonly basicAuthPassword?: Secret;
  /** @default {} */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default - unsigned */
  readonly hmacSecret?: Secret;
  /** @default - none */
  readonly oauth2?: WebhookOauth2;
  /** @default - the back end's own JSON */
  readonly payloadTemplate?: string;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}
