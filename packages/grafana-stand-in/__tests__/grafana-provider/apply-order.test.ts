import {
  dependencyRank,
  WorstOrder,
} from "../../src/grafana-provider/apply-order";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function orderOf(
  applies: readonly [type: string, deletes: boolean][],
  settleMs: number,
): string[] {
  const ran: string[] = [];
  const order = new WorstOrder(settleMs);
  for (const [type, deletes] of applies) {
    order.submit(type, deletes, () => ran.push(type));
  }
  jest.advanceTimersByTime(1_000);
  return ran;
}

const types = [
  "grafana_contact_point",
  "grafana_notification_policy",
  "grafana_folder",
];

test("what refers to most is created first", () => {
  const creates = types.map((type): [string, boolean] => [type, false]);
  expect(orderOf(creates, 20)[0]).toBe("grafana_notification_policy");
});

test("what is referred to is deleted first", () => {
  const deletes = types.map((type): [string, boolean] => [type, true]);
  expect(orderOf(deletes, 20).at(-1)).toBe("grafana_notification_policy");
});

test("everything runs, once", () => {
  const creates = types.map((type): [string, boolean] => [type, false]);
  expect(orderOf(creates, 20).sort()).toEqual([...types].sort());
});

test("without a settling time the order of arrival stays", () => {
  const creates = types.map((type): [string, boolean] => [type, false]);
  expect(orderOf(creates, 0)).toEqual(types);
});

test("what an apply sets free joins the rest before the next one runs", () => {
  const ran: string[] = [];
  const order = new WorstOrder(20);
  order.submit("grafana_data_source", false, () => {
    ran.push("data source");
    order.submit("grafana_rule_group", false, () => ran.push("rule group"));
  });
  order.submit("grafana_data_source", false, () => {
    ran.push("data source");
    order.submit("grafana_rule_group", false, () => ran.push("rule group"));
  });
  jest.advanceTimersByTime(1_000);
  expect(ran).toEqual([
    "data source",
    "rule group",
    "data source",
    "rule group",
  ]);
});

test.each([
  ["grafana_contact_point", 0],
  ["grafana_folder", 0],
  ["grafana_notification_policy", 1],
  ["grafana_rule_group", 1],
  ["grafana_dashboard_public", 2],
])("%s has rank %d", (type, rank) => {
  expect(dependencyRank(type)).toBe(rank);
});
