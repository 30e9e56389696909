import type { Integration } from "../model/integration";
import { isSecret } from "../model/secret";
import {
  discordProblems,
  slackProblems,
  telegramProblems,
  threemaProblems,
  webexProblems,
  weComProblems,
} from "./chat-integration-problems";
import { parseGoTemplate } from "../rules/go-template";
import {
  alertmanagerProblems,
  emailProblems,
  jiraProblems,
  kafkaProblems,
  sensuGoProblems,
  snsProblems,
  webhookProblems,
} from "./message-integration-problems";
import {
  onCallProblems,
  opsGenieProblems,
  pagerDutyProblems,
  pushoverProblems,
} from "./paging-integration-problems";
import { textRule } from "./integration-rules";
import { brokenRules } from "../rules/rule-table";
import { notificationFunctions } from "../rules/template-functions";

/** What Grafana refuses of one integration, most of it only when it is applied. */
export function problemsInIntegration(
  integration: Integration,
): readonly string[] {
  return [
    ...rulesOf(integration),
    ...textsIn(integration).flatMap(([prop, text]) => [
      ...brokenRules([textRule(prop, text)]),
      ...parseGoTemplate(text, {
        functions: notificationFunctions,
      }).problems.map(
        (problem) => `'${prop}' must be a Go template: ${problem}`,
      ),
    ]),
  ].filter((problem, index, all) => all.indexOf(problem) === index);
}

/** The templates that the texts of an integration use, each named once. */
export function templatesUsedBy(integration: Integration): readonly string[] {
  return [
    ...new Set(
      textsIn(integration).flatMap(
        ([, text]) =>
          parseGoTemplate(text, { functions: notificationFunctions }).uses,
      ),
    ),
  ];
}

function rulesOf(integration: Integration): readonly string[] {
  switch (integration.kind) {
    case "alertmanager":
      return alertmanagerProblems(integration);
    case "discord":
      return discordProblems(integration);
    case "email":
      return emailProblems(integration);
    case "jira":
      return jiraProblems(integration);
    case "kafka":
      return kafkaProblems(integration);
    case "oncall":
      return onCallProblems(integration);
    case "opsgenie":
      return opsGenieProblems(integration);
    case "pagerduty":
      return pagerDutyProblems(integration);
    case "pushover":
      return pushoverProblems(integration);
    case "sensugo":
      return sensuGoProblems(integration);
    case "slack":
      return slackProblems(integration);
    case "sns":
      return snsProblems(integration);
    case "telegram":
      return telegramProblems(integration);
    case "threema":
      return threemaProblems(integration);
    case "webex":
      return webexProblems(integration);
    case "webhook":
      return webhookProblems(integration);
    case "wecom":
      return weComProblems(integration);
    case "dingding":
    case "googlechat":
    case "line":
    case "teams":
    case "victorops":
      // An address or a token that is a secret, and texts: nothing of it can be checked but the texts.
      return [];
  }
}

/** Every text in `value` with its path, secrets left out. */
function textsIn(
  value: object,
  path = "",
): readonly (readonly [path: string, text: string])[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const name = path === "" ? key : `${path}.${key}`;
    if (name === "kind" || isSecret(inner)) return [];
    if (typeof inner === "string") return [[name, inner] as const];
    return typeof inner === "object" && inner !== null
      ? textsIn(inner, name)
      : [];
  });
}
