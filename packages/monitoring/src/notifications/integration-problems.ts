import type { Integration } from "../model/integration";
import { isSecret } from "../model/secret";

/** A condition that holds when something is wrong, and what to say then. */
type Rule = readonly [isWrong: boolean, message: string];

/**
 * What Grafana or Alertmanager would refuse, or drop without a word, in an integration; the types hold the rest.
 * One line each: field, what is allowed, what was got.
 */
export function integrationProblems(
  integration: Integration,
): readonly string[] {
  return [...kindRules(integration), ...secretRules(integration)]
    .filter(([isWrong]) => isWrong)
    .map(([, message]) => message);
}

function kindRules(integration: Integration): readonly Rule[] {
  switch (integration.kind) {
    case "alertmanager":
      return [url("url", integration.url), ...basicAuth(integration)];
    case "email":
      return [
        [integration.addresses.length === 0, "addresses must not be empty"],
        ...integration.addresses.map((address): Rule => [
          !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address),
          `addresses must be plain e-mail addresses, got "${address}"`,
        ]),
      ];
    case "jira":
      return [
        url("apiUrl", integration.apiUrl),
        ...required("project", integration.project),
        ...required("issueType", integration.issueType),
        [
          (integration.apiToken === undefined) ===
            (integration.user === undefined &&
              integration.password === undefined) ||
            (integration.user === undefined) !==
              (integration.password === undefined),
          "must have either apiToken, or user and password",
        ],
        [
          integration.dedupKeyField !== undefined &&
            !/^\d+$/.test(integration.dedupKeyField),
          `dedupKeyField must be digits, got "${integration.dedupKeyField ?? ""}"`,
        ],
      ];
    case "kafka":
      return [
        ...required("topic", integration.topic),
        [
          integration.apiVersion === "v3" &&
            integration.clusterId === undefined,
          'clusterId must be given for apiVersion "v3"',
        ],
      ];
    case "oncall":
      return [url("url", integration.url), ...authentication(integration)];
    case "opsgenie":
      return [
        optionalUrl("url", integration.url),
        ...(integration.responders ?? []).map((responder): Rule => [
          [responder.name, responder.username, responder.id].filter(Boolean)
            .length !== 1,
          `a responder must have exactly one of name, username, id, got ${JSON.stringify(responder)}`,
        ]),
      ];
    case "pagerduty":
      return [optionalUrl("url", integration.url)];
    case "pushover":
      return [
        [
          integration.priority === 2 &&
            (integration.retrySeconds === undefined ||
              integration.expireSeconds === undefined),
          "priority 2 must have retrySeconds and expireSeconds",
        ],
        [
          integration.retrySeconds !== undefined &&
            integration.retrySeconds < 30,
          `retrySeconds must be 30 or more, got ${String(integration.retrySeconds)}`,
        ],
        [
          integration.expireSeconds !== undefined &&
            integration.expireSeconds > 10_800,
          `expireSeconds must be 10800 or less, got ${String(integration.expireSeconds)}`,
        ],
      ];
    case "sensugo":
      return [url("url", integration.url)];
    case "slack":
      return [
        [
          (integration.url === undefined) === (integration.token === undefined),
          "must have either url (a webhook) or token (with channel)",
        ],
        [
          integration.token !== undefined && !integration.channel,
          "channel must be given with token",
        ],
        optionalUrl("endpointUrl", integration.endpointUrl),
      ];
    case "sns":
      return [
        [
          !/^arn:[\w-]+:sns:/.test(integration.topicArn),
          `topicArn must be the ARN of an SNS topic, got "${integration.topicArn}"`,
        ],
        [
          (integration.accessKey === undefined) !==
            (integration.secretKey === undefined),
          "must have both accessKey and secretKey, or neither",
        ],
      ];
    case "telegram":
      return [
        [
          !/^-?[1-9]\d*$/.test(integration.chatId),
          `chatId must be digits, with a minus for groups, got "${integration.chatId}"`,
        ],
        [
          integration.messageThreadId !== undefined &&
            (!Number.isInteger(integration.messageThreadId) ||
              Math.abs(integration.messageThreadId) > 2_147_483_647),
          `messageThreadId must be a 32-bit integer, got ${String(integration.messageThreadId)}`,
        ],
      ];
    case "threema":
      return [
        [
          !/^\*[^*]{7}$/.test(integration.gatewayId),
          `gatewayId must be * and 7 characters, got "${integration.gatewayId}"`,
        ],
        [
          integration.recipientId.length !== 8,
          `recipientId must have 8 characters, got "${integration.recipientId}"`,
        ],
      ];
    case "webex":
      return [
        ...required("roomId", integration.roomId),
        optionalUrl("apiUrl", integration.apiUrl),
      ];
    case "webhook":
      return [url("url", integration.url), ...authentication(integration)];
    case "wecom": {
      const app = [
        integration.secret,
        integration.corpId,
        integration.agentId,
      ].filter((field) => field !== undefined).length;
      return [
        [
          integration.url === undefined ? app !== 3 : app > 0,
          "must have either url (a robot), or secret, corpId and agentId (an app)",
        ],
      ];
    }
    case "dingding":
    case "discord":
    case "googlechat":
    case "line":
    case "teams":
    case "victorops":
      return [];
  }
}

/** Secrets become Terraform variables and file names. */
function secretRules(integration: Integration): readonly Rule[] {
  return Object.entries(integration).flatMap(([field, value]): Rule[] =>
    isSecret(value)
      ? [
          [
            !/^[a-z][a-z0-9_]*$/.test(value.secret),
            `the secret of ${field} must be named in lower-case letters, digits and underscores, got "${value.secret}"`,
          ],
        ]
      : [],
  );
}

interface Authentication {
  readonly authorizationCredentials?: unknown;
  readonly authorizationScheme?: string;
  readonly basicAuthUser?: string;
  readonly basicAuthPassword?: unknown;
}

function authentication(integration: Authentication): readonly Rule[] {
  const basic =
    integration.basicAuthUser !== undefined ||
    integration.basicAuthPassword !== undefined;
  const authorization =
    integration.authorizationCredentials !== undefined ||
    integration.authorizationScheme !== undefined;
  return [
    [
      basic && authorization,
      "must have either authorization or basic authentication, not both",
    ],
    [
      authorization && integration.authorizationCredentials === undefined,
      "authorizationScheme must come with authorizationCredentials",
    ],
    ...basicAuth(integration),
  ];
}

function basicAuth(integration: Authentication): readonly Rule[] {
  return [
    [
      (integration.basicAuthUser === undefined) !==
        (integration.basicAuthPassword === undefined),
      "must have both basicAuthUser and basicAuthPassword, or neither",
    ],
  ];
}

function required(field: string, value: string): readonly Rule[] {
  return [[value.trim() === "", `${field} must not be empty`]];
}

function url(field: string, value: string): Rule {
  return [
    !/^https?:\/\//.test(value) || !URL.canParse(value),
    `${field} must be an http or https address, got "${value}"`,
  ];
}

function optionalUrl(field: string, value: string | undefined): Rule {
  return value === undefined ? [false, ""] : url(field, value);
}
