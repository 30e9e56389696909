import {
  is,
  secret,
  type Receiver,
  type SystemNotifications,
} from "monitoring-as-code";

const team: Receiver = {
  name: "team",
  integrations: [
    { kind: "webhook", url: "http://webhook-receiver:8080/webhook/shop" },
  ],
};

const onCall: Receiver = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret("shop_pagerduty_key", "key of PagerDuty"),
    },
  ],
};

/** Everything goes to the team; what is critical pages as well. */
export const shopNotifications: SystemNotifications = {
  receivers: [team, onCall],
  route: {
    matchers: [],
    receiver: team,
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: onCall,
        continue: true,
      },
      { matchers: [is("severity", "critical")], receiver: team },
    ],
  },
  inhibitions: [
    {
      name: "down-explains-errors",
      source: [is("alertname", "ShopDown")],
      target: [is("alertname", "QueueGrows")],
      equal: ["cluster"],
    },
  ],
};
