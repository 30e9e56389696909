import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Notifications, type Secret } from "monitoring-as-code";
import { ContactPoints } from "./contact-points";
import { InhibitionRules } from "./inhibition-rules";
import { MessageTemplates } from "./message-templates";
import { MuteTimings } from "./mute-timings";
import { NotificationPolicy } from "./notification-policy";

export interface NotificationRoutingProps {
  readonly notifications: Notifications;
  /** The token that stands for the value of a secret. */
  readonly secrets: (secret: Secret) => string;
  /** Major version of the server. */
  readonly grafanaVersion: number;
}

/** Defines who is notified what, and when: templates, contact points, mute timings, the routing tree and inhibition rules. */
export class NotificationRouting extends Construct {
  /** What rules come after, so that the first alert already finds its way. Inhibitions are no condition for being told. */
  readonly resources: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    { notifications, secrets, grafanaVersion }: NotificationRoutingProps,
  ) {
    super(scope, id);
    const templates = new MessageTemplates(this, "templates", {
      templates: notifications.templates,
    });
    const contactPoints = new ContactPoints(this, "contact-points", {
      receivers: notifications.receivers,
      templates,
      secrets,
    });
    const muteTimings = new MuteTimings(this, "mute-timings", {
      muteTimings: notifications.muteTimings,
    });
    const policy = new NotificationPolicy(this, "policy", {
      route: notifications.route,
      contactPoints,
      muteTimings,
      grafanaVersion,
    });
    new InhibitionRules(this, "inhibitions", {
      inhibitions: notifications.inhibitions,
      grafanaVersion,
    });
    this.resources = [policy.resource];
  }
}
