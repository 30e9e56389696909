import {
  is,
  matches,
  type SystemNotifications,
  type Receiver,
  secret,
} from "monitoring-as-code";

const token = secret(
  "easy_flow_webhook_token",
  "bearer token with which Easy Flow's alert endpoints know the monitoring",
);

/** One endpoint per audience; what it makes of an alert is its own business. */
function webhook(name: string): Receiver {
  return {
    name,
    integrations: [
      {
        kind: "webhook",
        url: `https://alerts.example.com/easy-flow/${name}`,
        authorizationCredentials: token,
        sendResolved: true,
      },
    ],
  };
}

const defaultReceiver = webhook("default");
const critical: Receiver = {
  ...webhook("critical"),
  suppress: [
    {
      check: "routing/page-without-pager",
      reason:
        "the endpoint calls whoever is on call for Easy Flow by itself, which nobody can see from here",
      until: "2027-06-30",
    },
  ],
};
const business = webhook("business");

/** What is critical goes out first and comes back every hour; figures of the business once a day. */
export const easyFlowNotifications: SystemNotifications = {
  receivers: [defaultReceiver, critical, business],
  route: {
    matchers: [],
    receiver: defaultReceiver,
    groupBy: ["system", "alertname"],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: critical,
        groupWait: "10s",
        repeatInterval: "1h",
      },
      {
        matchers: [is("category", "business")],
        receiver: business,
        repeatInterval: "24h",
      },
    ],
  },
  inhibitions: [
    {
      name: "api-down-silences-its-symptoms",
      source: [is("alertname", "EasyFlowApiDown")],
      target: [matches("alertname", "HighErrorRate|SlowResponseTime")],
      equal: ["system"],
    },
  ],
};
