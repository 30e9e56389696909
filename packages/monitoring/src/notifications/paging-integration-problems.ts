import type {
  OnCallIntegration,
  OpsGenieIntegration,
  OpsGenieResponder,
  PagerDutyIntegration,
  PushoverIntegration,
} from "../model/paging-integrations";
import { httpProblems, integerRule, urlRule } from "./integration-rules";
import { brokenRules, got } from "../rules/rule-table";

/** Pushover repeats a message of emergency priority until somebody confirms it. */
const emergency = 2;

const pagerDutySeverities = ["critical", "error", "warning", "info"];

export function onCallProblems(
  integration: OnCallIntegration,
): readonly string[] {
  return httpProblems(integration.url, integration);
}

export function opsGenieProblems({
  url,
  responders = [],
}: OpsGenieIntegration): readonly string[] {
  return [
    ...brokenRules([urlRule("url", url)]),
    ...responders.flatMap(responderProblems),
  ];
}

function responderProblems(responder: OpsGenieResponder): readonly string[] {
  const { name, username, id } = responder;
  const given = [name, username, id].filter(
    (value) => value !== undefined && value !== "",
  );
  return brokenRules([
    [
      given.length !== 1,
      `'responders' must have exactly one of name, username and id each, ${got(responder)}`,
    ],
  ]);
}

export function pagerDutyProblems({
  url,
  clientUrl,
  severity,
}: PagerDutyIntegration): readonly string[] {
  return brokenRules([
    urlRule("url", url),
    urlRule("clientUrl", clientUrl),
    [
      severity !== undefined &&
        !severity.includes("{{") &&
        !pagerDutySeverities.includes(severity),
      `'severity' must be ${pagerDutySeverities.join(", ")} or a template, ${got(severity)}`,
    ],
  ]);
}

export function pushoverProblems({
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
