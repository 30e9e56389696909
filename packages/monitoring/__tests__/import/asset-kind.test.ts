import { assetKind } from "../../src/import/asset-kind";

describe("assetKind", () => {
  test.each([
    ['{"title": "a", "panels": []}', "dashboard"],
    ['{\n\t"rows": []\n}', "dashboard"],
    ['{"dashboard": {"title": "a"}, "meta": {}}', "dashboard"],
    [
      '{"apiVersion": "dashboard.grafana.app/v1beta1", "kind": "Dashboard", "spec": {}}',
      "dashboard",
    ],
    ["groups: []", "rules"],
    ['{"groups": []}', "rules"],
    ["kind: PrometheusRule\nspec: {}", "rules"],
    ["tenant:\n  - name: a\n    rules: []\n", "rules"],
    ["route: {}\nreceivers: []", "alertmanager"],
    ["alertmanager_config: |\n  route: {}", "alertmanager"],
  ])("%s is a file of %s", (text, kind) => {
    expect(assetKind(text)).toBe(kind);
  });

  test.each([
    ["an empty file", "", "got an empty file"],
    ["text", "hello", "got text"],
    ["a list", "- a", "got a list"],
    ["an empty map", "{}", "got a map with nothing"],
    [
      "another configuration",
      "scrape_configs: []\nglobal: {}",
      "got a map with scrape_configs, global",
    ],
    [
      "rules of Prometheus 1",
      "ALERT A IF up == 0",
      "got rules of Prometheus 1",
    ],
    ["what is no YAML", "a: [", "the file must be YAML"],
  ])("rejects %s", (_, text, message) => {
    expect(() => assetKind(text)).toThrow(message);
  });
});
