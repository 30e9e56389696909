import { ContactPoint } from "@cdktf/provider-grafana/lib/contact-point";
import { NotificationPolicy } from "@cdktf/provider-grafana/lib/notification-policy";
import { TerraformOutput } from "cdktf";
import { NotificationRouting } from "../src/notification-routing";
import { Secrets } from "../src/secrets";
import { testDeployment } from "./test-deployment";
import { resourcesIn, synthesizedGrafana } from "./test-stack";

const { notifications } = testDeployment();

function synthesize(given = notifications): string {
  return synthesizedGrafana((stack) => {
    const secrets = new Secrets(stack, "secrets");
    const { resources } = new NotificationRouting(stack, "notifications", {
      notifications: given,
      secrets: (secret) => secrets.for(secret),
      grafanaVersion: 13,
    });
    new TerraformOutput(stack, "before-rules", {
      value: resources.map(({ fqn }) => fqn),
    });
  });
}

describe("NotificationRouting", () => {
  test("defines contact points, and one tree that refers to them", () => {
    const json = synthesize();
    expect(json).toHaveResourceWithProperties(ContactPoint, {
      name: "slack",
      slack: [expect.objectContaining({ url: "${var.slack_url}" })],
    });
    expect(json).toHaveResourceWithProperties(NotificationPolicy, {
      contact_point: expect.stringMatching(
        /^\$\{grafana_contact_point\.\S+\.name\}$/,
      ) as string,
    });
  });

  test("has rules wait for the tree, not for what only quietens", () => {
    const inhibition = {
      name: "down-silences-slow",
      source: [{ label: "alertname", match: "=", value: "Down" }],
      target: [{ label: "alertname", match: "=", value: "Slow" }],
      equal: ["job"],
    } as const;
    const json = synthesize({ ...notifications, inhibitions: [inhibition] });
    expect(
      Object.keys(
        resourcesIn(json, "grafana_apps_notifications_inhibitionrule_v1beta1"),
      ),
    ).toHaveLength(1);
    expect(
      (JSON.parse(json) as { output: Record<string, { value: unknown }> })
        .output["before-rules"]?.value,
    ).toEqual([expect.stringContaining("grafana_notification_policy.")]);
  });
});
