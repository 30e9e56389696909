import type { Labels } from "../lib/model/labels";
import { notify } from "../lib/routing/notify";
import { pause } from "./command";
import {
  eventually,
  startLiveAlertingStack,
  type ActiveAlert,
  type LiveAlertingStack,
  type Notification,
} from "./live-alerting-stack";
import { playedMetrics } from "./played-shop";

/** Steps of one story: each begins where the one before it ended. */
describe("alerts of the shop, from the fault to the webhook", () => {
  let stack: LiveAlertingStack;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    stack = await startLiveAlertingStack();
    ({ stop } = stack);
  });
  afterAll(async () => {
    await stop?.();
  });

  /** The first notification from the `from`th on that says this of an alert. */
  const told = (
    alertname: string,
    status: "firing" | "resolved",
    from = 0,
  ): Notification | undefined =>
    stack.notifications
      .slice(from)
      .find(({ alerts }) =>
        alerts.some(
          (alert) =>
            alert.labels["alertname"] === alertname && alert.status === status,
        ),
      );
  const active = async (alertname: string): Promise<ActiveAlert | undefined> =>
    (await stack.alerts()).find(
      ({ labels }) => labels["alertname"] === alertname,
    );
  /** Who the model says is kept from what, given what Alertmanager has. */
  const inhibitedInModel = async (labels: Labels): Promise<boolean> =>
    notify({
      notifications: stack.deployment.notifications,
      labels,
      firing: (await stack.alerts()).map((alert) => alert.labels),
    }).receivers.every(({ inhibitedBy }) => inhibitedBy.length > 0);

  it("plays only metrics that the catalogue of the system has", () => {
    const [system] = stack.deployment.systems;
    const known = [
      ...(system?.source.metrics ?? []),
      ...(system?.source.exporters ?? []).flatMap(({ metrics }) => metrics),
    ].map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...playedMetrics]));
  });

  it("are none while all is well", async () => {
    await eventually("all targets up and no alert", async () => {
      const up = await queried(stack, 'count(up{system="ecommerce"} == 1)');
      const pending = await queried(stack, "count(ALERTS)");
      const rates = await queried(
        stack,
        "count(slo:sli_error:ratio_rate5m == 0)",
      );
      return up === 10 && pending === undefined && rates === 3;
    });
    await pause(2000);
    expect(await stack.alerts()).toEqual([]);
    expect(await queried(stack, "count(ALERTS)")).toBeUndefined();
  });

  it("reach the webhook with runbook, grouped as the model says, soon after the fault", async () => {
    stack.shop.faults.add("gateway-errors").add("low-stock");
    const errors = await eventually("HighErrorRate told", () =>
      told("HighErrorRate", "firing"),
    );
    const burning = await eventually("ErrorBudgetBurnRateFast told", () =>
      told("ErrorBudgetBurnRateFast", "firing"),
    );
    const stock = await eventually("InventoryLow told", () =>
      told("InventoryLow", "firing"),
    );
    expect(stock.alerts.map(({ labels }) => labels["product"]).sort()).toEqual([
      "chair",
      "lamp",
    ]);
    expect(runbooks(errors)).toEqual([
      "https://runbooks.example.com/ecommerce/high-error-rate",
    ]);
    expect(runbooks(burning)).toEqual([
      "https://runbooks.example.com/ecommerce/error-budget-burn-rate-fast",
    ]);
    for (const notification of [errors, burning, stock]) {
      const [{ labels } = { labels: {} }] = notification.alerts;
      const groups = notify({
        notifications: stack.deployment.notifications,
        labels,
      }).receivers.map(({ group }) => group);
      expect(groups).toContainEqual(notification.groupLabels);
    }
  });

  it("of the lower tier are inhibited while the higher one fires, as the model says", async () => {
    const slow = await eventually("ErrorBudgetBurnRateSlow fires", () =>
      active("ErrorBudgetBurnRateSlow"),
    );
    await eventually(
      "ErrorBudgetBurnRateSlow inhibited",
      async () =>
        (await active("ErrorBudgetBurnRateSlow"))?.status.inhibitedBy.length,
    );
    expect(await inhibitedInModel(slow.labels)).toBe(true);
    expect(told("ErrorBudgetBurnRateSlow", "firing")).toBeUndefined();
    const fast = await active("ErrorBudgetBurnRateFast");
    expect(fast?.status).toMatchObject({ state: "active", inhibitedBy: [] });
    expect(await inhibitedInModel(fast?.labels ?? {})).toBe(false);
  });

  it("are not lost while Alertmanager is dead: neither a new one nor the end of an old one", async () => {
    // Notification log and silences are on disk once a second.
    await pause(1500);
    await stack.crashAlertmanager();
    const before = stack.notifications.length;
    stack.shop.faults.delete("low-stock");
    stack.shop.faults.add("payment-failures");
    await eventually(
      "PaymentFailureSpike fires, InventoryLow is over",
      async () =>
        (await firing(stack, "PaymentFailureSpike")) === 1 &&
        (await firing(stack, "InventoryLow")) === undefined,
    );
    expect(stack.notifications).toHaveLength(before);
    await stack.startAlertmanager();
    await eventually("PaymentFailureSpike told after the restart", () =>
      told("PaymentFailureSpike", "firing", before),
    );
    await eventually("end of InventoryLow told after the restart", () =>
      told("InventoryLow", "resolved", before),
    );
  });

  it("that were told before the crash are not told again after it", () => {
    const times = stack.notifications.filter(
      ({ status, alerts }) =>
        status === "firing" &&
        alerts.some(({ labels }) => labels["alertname"] === "HighErrorRate"),
    );
    expect(times).toHaveLength(1);
  });

  it("are told to be over when the fault is", async () => {
    const before = stack.notifications.length;
    stack.shop.faults.clear();
    for (const alertname of [
      "HighErrorRate",
      "ErrorBudgetBurnRateFast",
      "PaymentFailureSpike",
    ]) {
      await eventually(`end of ${alertname} told`, () =>
        told(alertname, "resolved", before),
      );
    }
    expect(await firing(stack, "HighErrorRate")).toBeUndefined();
  });
});

function runbooks({ alerts }: Notification): readonly (string | undefined)[] {
  return alerts.map(({ annotations }) => annotations["runbook_url"]);
}

function firing(
  stack: LiveAlertingStack,
  alertname: string,
): Promise<number | undefined> {
  return queried(
    stack,
    `max by (alertname) (ALERTS{alertstate="firing",alertname="${alertname}"})`,
  );
}

/** The value of a query with at most one result, asked of Prometheus. */
async function queried(
  { prometheusUrl }: LiveAlertingStack,
  expr: string,
): Promise<number | undefined> {
  const url = `${prometheusUrl}/api/v1/query?query=${encodeURIComponent(expr)}`;
  const { data } = (await (await fetch(url)).json()) as {
    readonly data: { readonly result: readonly { value: [number, string] }[] };
  };
  const [sample] = data.result;
  return sample && Number(sample.value[1]);
}
