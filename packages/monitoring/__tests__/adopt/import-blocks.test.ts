import { importBlocks } from "../../src/adopt/import-blocks";

describe(importBlocks, () => {
  it("names everything as the provider does", () => {
    expect(
      importBlocks({
        resource: {
          grafana_rule_group: {
            alerts: { name: "shop", folder_uid: "${grafana_folder.f-1.uid}" },
          },
          grafana_folder: { "f-1": { uid: "shop", title: "Shop" } },
          grafana_dashboard: {
            api: { config_json: '{"uid":"shop-api","title":"$${x}"}' },
          },
          grafana_data_source: { prom: { uid: "prometheus" } },
          grafana_contact_point: { oncall: { name: "shop $${on} call" } },
          grafana_message_template: { slack: { name: "slack" } },
          grafana_mute_timing: { nights: { name: "nights" } },
          grafana_notification_policy: { policy: { group_by: [] } },
          grafana_slo: { slo: { uuid: "shop-availability" } },
        },
      }),
    ).toEqual([
      { to: "grafana_contact_point.oncall", id: "shop ${on} call" },
      { to: "grafana_dashboard.api", id: "shop-api" },
      { to: "grafana_data_source.prom", id: "prometheus" },
      { to: "grafana_folder.f-1", id: "shop" },
      { to: "grafana_message_template.slack", id: "slack" },
      { to: "grafana_mute_timing.nights", id: "nights" },
      { to: "grafana_notification_policy.policy", id: "policy" },
      { to: "grafana_rule_group.alerts", id: "shop:shop" },
      { to: "grafana_slo.slo", id: "shop-availability" },
    ]);
  });

  it("leaves out what has no id before it is applied", () => {
    expect(
      importBlocks({
        resource: {
          grafana_team: { shop: { name: "shop" } },
          grafana_folder: { f: { uid: "${var.uid}" } },
          grafana_rule_group: {
            a: { name: "a", folder_uid: "${grafana_folder.f.uid}" },
            b: { name: "b", folder_uid: "${grafana_folder.missing.uid}" },
          },
          aws_s3_bucket: { b: { bucket: "b" } },
        },
      }),
    ).toEqual([]);
  });

  it("finds nothing in an empty stack", () => {
    expect(importBlocks({})).toEqual([]);
  });
});
