import type { MessageTemplate } from "monitoring-as-code";
/** How alerts read in Slack, in every system: `slack.title`, `slack.text`, `slack.color`. */
export declare const slackTemplate: MessageTemplate;
/** How alerts read in e-mail, in every system: `email.subject`, `email.html`. */
export declare const emailTemplate: MessageTemplate;
