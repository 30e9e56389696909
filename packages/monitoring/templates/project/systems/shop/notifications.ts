import {
  is,
  secret,
  type Receiver,
  type SystemNotifications,
} from "monitoring-as-code";
import { defaultReceiver } from "../../notifications";

const onCall: Receiver = {
  name: "on-call",
  integrations: [
    {
      kind: "pagerduty",
      integrationKey: secret(
        "shop_pagerduty_key",
        "integration key of PagerDuty for the shop",
      ),
    },
  ],
};

/** What is critical pages whoever is on call; everything goes to the team. */
export const shopNotifications: SystemNotifications = {
  receivers: [onCall],
  route: {
    matchers: [],
    receiver: defaultReceiver,
    routes: [
      {
        matchers: [is("severity", "critical")],
        receiver: onCall,
        continue: true,
      },
      { matchers: [], receiver: defaultReceiver },
    ],
  },
};
