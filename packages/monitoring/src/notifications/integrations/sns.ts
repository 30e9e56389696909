import type { Secret } from "../../model/secret";
import { brokenRules, got } from "../../rules/rule-table";
import {
  defaultTemplates,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  given,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { togetherRule } from "./field-rules";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

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

export const sns = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "sns_configs",
    sendResolved: true,
    secrets: ["sigv4.access_key", "sigv4.secret_key"],
    inherited: {},
    defaults: defaultTemplates("sns", {
      subject: "subject",
      message: "message",
    }),
    // The region of a topic is the fourth part of its name.
    mapDefaults: {
      sigv4: ({ topic_arn }) => ({
        region:
          typeof topic_arn === "string" ? (topic_arn.split(":")[3] ?? "") : "",
      }),
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<SnsIntegration>;

function problems(integration: SnsIntegration): readonly string[] {
  const { topicArn, region, authProvider = "default" } = integration;
  const { accessKey, secretKey, assumeRoleArn } = integration;
  const arn = /^arn:aws[a-z-]*:sns:([a-z0-9-]+):\d{12}:[\w-]+(\.fifo)?$/.exec(
    topicArn,
  );
  return brokenRules([
    [
      arn === null,
      `'topicArn' must be the ARN of a topic such as "arn:aws:sns:eu-west-1:123456789012:alerts", ${got(topicArn)}`,
    ],
    [
      arn !== null && region !== undefined && region !== arn[1],
      `'region' must be the region of the topic, ${arn?.[1]}, ${got(region)}`,
    ],
    togetherRule(["accessKey", "secretKey"], [accessKey, secretKey]),
    [
      authProvider === "keys" &&
        accessKey === undefined &&
        secretKey === undefined,
      "'accessKey' and 'secretKey' must be given for authProvider keys, got neither",
    ],
    [
      authProvider === "arn" && assumeRoleArn === undefined,
      "'assumeRoleArn' must be given for authProvider arn, got none",
    ],
    [
      assumeRoleArn !== undefined &&
        !/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(assumeRoleArn),
      `'assumeRoleArn' must be the ARN of a role, ${got(assumeRoleArn)}`,
    ],
  ]);
}

/** The region has no attribute of its own: it is part of the topic's ARN. */
function terraformBlock(integration: SnsIntegration, secrets: SecretTokens) {
  const { topicArn, authProvider = "default", accessKey } = integration;
  const { secretKey, assumeRoleArn, externalId } = integration;
  const { messageFormat, subject, body } = integration;
  return {
    ...resolveMessage(integration),
    topic: topicArn,
    authProvider,
    accessKey: optionalSecret(accessKey, secrets),
    secretKey: optionalSecret(secretKey, secrets),
    assumeRoleArn,
    externalId,
    messageFormat,
    subject,
    body,
  };
}

/** Amazon SNS; credentials come from the default chain, as Alertmanager reads keys from no file. */
function write(
  integration: SnsIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (integration.secretKey !== undefined) {
    return {
      omitted:
        "Alertmanager reads the keys of SNS from no file; use the default credential chain or a role",
    };
  }
  const { messageFormat = "text" } = integration;
  context.unknown({
    messageFormat: messageFormat === "text" ? undefined : messageFormat,
  });
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      topic_arn: integration.topicArn,
      sigv4: {
        region: integration.region ?? integration.topicArn.split(":")[3],
        role_arn: integration.assumeRoleArn,
        external_id: context.since(34, "externalId", integration.externalId),
      },
      subject: context.text("subject", integration.subject),
      message: context.text("body", integration.body),
    },
  ];
}

/** Amazon SNS. */
function read(fields: AlertmanagerFields): SnsIntegration | undefined {
  const topicArn = fields.text("topic_arn");
  if (topicArn === undefined) {
    fields.list(
      "",
      "SNS without topic",
      "messages go to a topic here, not to a number or an endpoint",
    );
    return undefined;
  }
  const sigv4 = fields.map("sigv4");
  const accessKey = sigv4?.secret("access_key");
  const secretKey = sigv4?.secret("secret_key");
  if (secretKey !== undefined)
    fields.list(
      "",
      "SNS with keys",
      "Alertmanager reads the keys from no file, so it is deployed to Grafana only; give Alertmanager a role",
    );
  return {
    kind: "sns",
    topicArn,
    ...(secretKey === undefined ? {} : { authProvider: "keys" as const }),
    ...given({
      region: sigv4?.text("region"),
      accessKey,
      secretKey,
      assumeRoleArn: sigv4?.text("role_arn"),
      externalId: sigv4?.text("external_id"),
      subject: fields.template("subject"),
      body: fields.template("message"),
    }),
    ...sendResolved(fields),
  };
}
