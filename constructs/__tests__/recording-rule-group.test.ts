import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { RuleGroup } from "@cdktf/provider-grafana/lib/rule-group";
import {
  RecordingRuleGroup,
  type RecordingRuleGroupProps,
} from "../src/recording-rule-group";
import type {
  DeployedRecording,
  DeployedRecordingGroup,
} from "monitoring-as-code";
import {
  jsonOf,
  onlyResourceIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

function recording(
  changes: Partial<DeployedRecording> = {},
): DeployedRecording {
  return {
    record: "shop:orders:rate5m",
    uid: "shop-orders-rate5m",
    expr: 'sum(rate(orders_total{system="shop"}[5m]))',
    labels: { window: "5m", system: "shop" },
    ...changes,
  };
}

function group(
  ...recordings: readonly DeployedRecording[]
): DeployedRecordingGroup {
  return { name: "shop-recordings", interval: "30s", recordings };
}

function props(
  given: DeployedRecordingGroup,
  changes: Partial<RecordingRuleGroupProps> = {},
): RecordingRuleGroupProps {
  return {
    group: given,
    folderUid: "shop",
    prometheusUid: "prometheus",
    ...changes,
  };
}

function define(given: DeployedRecordingGroup): RecordingRuleGroup {
  return new RecordingRuleGroup(testStack(), "recordings", props(given));
}

function synthesize(
  given: DeployedRecordingGroup,
  changes: Partial<RecordingRuleGroupProps> = {},
): string {
  return synthesizedGrafana((stack) => {
    new RecordingRuleGroup(stack, "recordings", props(given, changes));
  });
}

describe("RecordingRuleGroup", () => {
  it("with defaults writes to the datasource it reads, and has nothing that only alerts may have", () => {
    const { rule, ...resource } = onlyResourceIn(
      synthesize(group(recording())),
      "grafana_rule_group",
    );
    expect(resource).toEqual({
      name: "shop-recordings",
      folder_uid: "shop",
      interval_seconds: 30,
      disable_provenance: false,
    });
    const [{ data, ...rest } = { data: [] }, ...others] =
      rule as readonly Record<string, unknown>[];
    expect(others).toEqual([]);
    expect(rest).toEqual({
      name: "shop:orders:rate5m (shop-orders-rate5m)",
      uid: "shop-orders-rate5m",
      is_paused: false,
      labels: { system: "shop", window: "5m" },
      record: {
        metric: "shop:orders:rate5m",
        from: "A",
        target_datasource_uid: "prometheus",
      },
    });
    const [query] = data as readonly Record<string, unknown>[];
    expect(query).toMatchObject({
      ref_id: "A",
      datasource_uid: "prometheus",
      relative_time_range: { from: 600, to: 0 },
    });
    expect(jsonOf(query?.model)).toEqual({
      datasource: { type: "prometheus", uid: "prometheus" },
      editorMode: "code",
      expr: 'sum(rate(orders_total{system="shop"}[5m]))',
      instant: true,
      range: false,
      refId: "A",
    });
  });

  it("writes elsewhere when told so", () => {
    const { rule } = onlyResourceIn(
      synthesize(group(recording()), { targetUid: "long-term" }),
      "grafana_rule_group",
    );
    expect(rule).toMatchObject([
      { record: { target_datasource_uid: "long-term" } },
    ]);
  });

  it("tells recordings of one metric apart by their titles", () => {
    const { rule } = onlyResourceIn(
      synthesize(
        group(recording(), recording({ uid: "shop-b", labels: { b: "1" } })),
      ),
      "grafana_rule_group",
    );
    expect(rule).toMatchObject([
      { name: "shop:orders:rate5m (shop-orders-rate5m)" },
      { name: "shop:orders:rate5m (shop-b)" },
    ]);
  });

  it("keeps the order of recordings, of which one may read the one before", () => {
    const second = recording({ record: "b:c:sum", uid: "shop-b" });
    expect(synthesize(group(recording(), second))).not.toBe(
      synthesize(group(second, recording())),
    );
  });

  it("does not depend on the order of labels", () => {
    const turned = recording({ labels: { system: "shop", window: "5m" } });
    expect(synthesize(group(turned))).toBe(synthesize(group(recording())));
  });

  it("comes after what it is told", () => {
    const json = synthesizedGrafana((stack) => {
      const folder = new Folder(stack, "folder", { title: "Shop" });
      new RecordingRuleGroup(
        stack,
        "recordings",
        props(group(recording()), {
          folderUid: folder.uid,
          dependsOn: [folder],
        }),
      );
    });
    expect(json).toHaveResourceWithProperties(RuleGroup, {
      folder_uid: "${grafana_folder.folder.uid}",
      depends_on: ["grafana_folder.folder"],
    });
  });

  const of = 'recording "shop:orders:rate5m":';
  test.each<[string, Partial<DeployedRecordingGroup>, string]>([
    // prettier-ignore
    ["a group without recordings", { recordings: [] }, "group \"shop-recordings\": a group must hold at least one rule, got none"],
    // prettier-ignore
    ["an interval of 5s", { interval: "5s" }, `group "shop-recordings": 'interval' must be a multiple of 10s above 0, got "5s"`],
    // prettier-ignore
    ["a uid twice", { recordings: [recording(), recording()] }, 'group "shop-recordings": rules must have different uids, got "shop-orders-rate5m" twice'],
    // prettier-ignore
    ["a metric with a dash", { recordings: [recording({ record: "shop-orders" })] }, `recording "shop-orders": 'record' must be the name of a metric (letters, digits, _ and :), got "shop-orders"`],
    // prettier-ignore
    ["no query", { recordings: [recording({ expr: "" })] }, `${of} 'expr' must not be empty, got ""`],
    // prettier-ignore
    ["a uid with a space", { recordings: [recording({ uid: "a b" })] }, `${of} 'uid' must be at most 40 letters, digits, - or _, got "a b"`],
    // prettier-ignore
    ["a lookback in years", { recordings: [recording({ lookback: "1y" as "1d" })] }, `${of} 'lookback' must be a whole number and one of s, m, h, d, w, got "1y"`],
    // prettier-ignore
    ["a template in a label", { recordings: [recording({ labels: { a: "{{ .x }}" } })] }, `${of} label "a" must be plain text, got "{{ .x }}": recording rules expand no templates`],
    // prettier-ignore
    ["the name of the metric as label", { recordings: [recording({ labels: { __name__: "x" } })] }, `${of} label "__name__" must not start with __ or grafana_, which Grafana keeps for itself`],
  ])("rejects %s", (_, changes, problem) => {
    expect(() => define({ ...group(recording()), ...changes })).toThrow(
      new Error(`test/recordings: ${problem}`),
    );
  });
});
