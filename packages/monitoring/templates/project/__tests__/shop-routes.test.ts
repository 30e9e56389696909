import { deploymentOf } from "monitoring-as-code/deployment";
import { expectRoute } from "monitoring-as-code/notifications";
import { prod } from "../environments/prod";
import project from "../monitoring";

const { notifications } = deploymentOf(prod, project);

test("a critical alert of the shop pages whoever is on call, and goes to the team", () => {
  expectRoute(
    notifications,
    { alertname: "ShopDown", system: "shop", severity: "critical" },
    { receivers: ["shop-on-call", "default"] },
  );
});
