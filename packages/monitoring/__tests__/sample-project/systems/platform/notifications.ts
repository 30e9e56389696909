import {
  is,
  type Receiver,
  type SystemNotifications,
} from "monitoring-as-code";

const team: Receiver = {
  name: "team",
  integrations: [
    { kind: "webhook", url: "http://webhook-receiver:8080/webhook/platform" },
  ],
};

const deadman: Receiver = {
  name: "deadman",
  integrations: [
    { kind: "webhook", url: "http://webhook-receiver:8080/deadman" },
  ],
};

export const platformNotifications: SystemNotifications = {
  receivers: [team, deadman],
  route: {
    matchers: [],
    receiver: team,
    routes: [
      {
        matchers: [is("alertname", "DeadMansSwitch")],
        receiver: deadman,
        groupWait: "0s",
        groupInterval: "1m",
        repeatInterval: "5m",
      },
    ],
  },
};
