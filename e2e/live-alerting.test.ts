import { join } from "node:path";
import type { AnalysisReport } from "monitoring-as-code/analyze";
import type { Labels } from "monitoring-as-code";
import { notify } from "monitoring-as-code/notifications";
import { pause, runCommand } from "@monitoring-as-code/grafana-stand-in";
import {
  eventually,
  serverPairs,
  startLiveAlertingStack,
  type ActiveAlert,
  type LiveAlertingStack,
  type Notification,
} from "./live-alerting-stack";
import { bin } from "./monitoring";
import { playedMetrics } from "./played-shop";

const pairs = serverPairs().map((servers) => ({
  name: `${servers.prometheus.version} with ${servers.alertmanager.version}`,
  servers,
}));

/** Steps of one story: each begins where the one before it ended. */
describe.each(pairs)("$name: alerts of the shop", ({ servers }) => {
  let stack: LiveAlertingStack;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    stack = await startLiveAlertingStack(servers);
    stop = () => stack.stop();
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

  /** What a command prints. In a process of its own: targets that answer late would count as down. */
  const printed = async (
    command: string,
    ...args: readonly string[]
  ): Promise<string> => {
    const servers = ["--alertmanager", stack.alertmanagerUrl];
    const { exitCode, stdout, output } = await runCommand(
      process.execPath,
      [bin, command, "local", ...servers, ...args],
      {
        cwd: join(__dirname, ".."),
        env: { PATH: process.env["PATH"] ?? "", USER: "tester" },
      },
    );
    if (exitCode !== 0) throw new Error(output);
    return stdout;
  };
  let silence = "";

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

  it("of a maintenance window are silenced by the command, which says what it covers", async () => {
    const window = ["--system", "ecommerce", "--duration", "2h"];
    const only = ["--match", "alertname=PaymentFailureSpike"];
    const comment = ["--comment", "new payment provider"];
    const created = await printed("silence", ...window, ...only, ...comment);
    expect(created).toContain("covers 1 of ");
    expect(created).toContain("critical ecommerce/PaymentFailureSpike -> ");
    [silence = ""] = /^[0-9a-f-]{36}/m.exec(created) ?? [];
    await expect(printed("silence", "--list")).resolves.toMatch(
      new RegExp(
        `^${silence} active {system="ecommerce", alertname="PaymentFailureSpike"} from .* by tester: new payment provider$`,
        "m",
      ),
    );
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

  it("are not lost while Alertmanager is dead: neither a new one nor the end of an old one, nor a silence", async () => {
    // Notification log and silences are on disk once a second.
    await pause(1500);
    await stack.crashAlertmanager();
    const before = stack.notifications.length;
    stack.shop.faults.delete("low-stock");
    stack.shop.faults.add("payment-failures");
    await eventually(
      "payment alerts fire, InventoryLow is over",
      async () =>
        (await firing(stack, "PaymentFailureSpike")) === 1 &&
        (await firing(stack, "PaymentAvailabilityPageQuick")) === 1 &&
        (await firing(stack, "InventoryLow")) === undefined,
    );
    expect(stack.notifications).toHaveLength(before);
    await stack.startAlertmanager();
    await eventually("the new alert told after the restart", () =>
      told("PaymentAvailabilityPageQuick", "firing", before),
    );
    await eventually("the end of InventoryLow told after the restart", () =>
      told("InventoryLow", "resolved", before),
    );
    const silenced = await eventually("PaymentFailureSpike received", () =>
      active("PaymentFailureSpike"),
    );
    expect(silenced.status.silencedBy).toEqual([silence]);
    expect(told("PaymentFailureSpike", "firing")).toBeUndefined();
  });

  it("that were told before the crash are not told again after it", () => {
    const times = stack.notifications.filter(
      ({ status, alerts }) =>
        status === "firing" &&
        alerts.some(({ labels }) => labels["alertname"] === "HighErrorRate"),
    );
    expect(times).toHaveLength(1);
  });

  it("are told once the silence is expired by the command", async () => {
    await expect(
      printed("silence", "--expire", silence, "--list"),
    ).resolves.toBe(`${silence} expired\nno silences\n`);
    await eventually("PaymentFailureSpike told", () =>
      told("PaymentFailureSpike", "firing"),
    );
  });

  it("that come and go are what the analysis finds", async () => {
    for (let time = 2; time <= 3; time += 1) {
      stack.shop.faults.add("low-stock");
      await eventually(`InventoryLow fires for the ${time}. time`, () =>
        firing(stack, "InventoryLow"),
      );
      // Long enough for what looks once a second.
      await pause(2000);
      stack.shop.faults.delete("low-stock");
      await eventually(
        `InventoryLow ends for the ${time}. time`,
        async () => (await firing(stack, "InventoryLow")) === undefined,
      );
    }
    const lately = [
      ...["--prometheus", stack.prometheusUrl],
      ...["--days", "0.002", "--step", "1"],
    ];
    const [json, markdown] = await Promise.all([
      printed("analyze", ...lately, "--json"),
      printed("analyze", ...lately),
    ]);
    const report = JSON.parse(json) as AnalysisReport;
    const times = new Map(
      report.fired.map(({ name, episodes }) => [name, episodes]),
    );
    expect(times.get("ecommerce/HighErrorRate")).toBe(1);
    expect(times.get("ecommerce/PaymentFailureSpike")).toBe(1);
    // Three times, two products each.
    expect(times.get("ecommerce/InventoryLow")).toBe(6);
    expect(report.now.bySeverity[0]?.[0]).toBe("critical");
    expect(report.now.total).toBeGreaterThan(report.now.firing);
    const found = (kind: string): readonly string[] =>
      report.findings
        .filter((finding) => finding.kind === kind)
        .map(({ subject }) => subject);
    expect(found("flapping")).toEqual(["ecommerce/InventoryLow"]);
    expect(found("never-fired")).toContain("ecommerce/ServiceDown");
    expect(found("never-fired")).not.toContain("ecommerce/HighErrorRate");
    expect(found("unknown-alert")).toEqual([]);
    expect(found("missing-runbook")).toEqual([]);
    expect(markdown).toMatch(
      /^### flapping \(1\)\n\n.*\n\n- ecommerce\/InventoryLow: 3 times within an hour$/m,
    );
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
