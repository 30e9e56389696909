import type { ConfiguredResource, PlanJson } from "../plan-json";
import { missingEdges } from "../reference-check";

/** A plan with the given resources, a contact point "On-call" and a timing "Weekend". */
function plan(...resources: ConfiguredResource[]): PlanJson {
  const targets = [
    {
      address: "grafana_contact_point.oncall",
      type: "grafana_contact_point",
      values: { name: "On-call" },
    },
    {
      address: "grafana_mute_timing.weekend",
      type: "grafana_mute_timing",
      values: { name: "Weekend" },
    },
  ];
  return {
    planned_values: { root_module: { resources: targets } },
    configuration: {
      root_module: {
        resources: [
          ...targets.map(({ address, type }) => ({ address, type })),
          ...resources,
        ],
      },
    },
  };
}

function policy(
  expressions: object,
  depends_on: string[] = [],
): ConfiguredResource {
  return {
    address: "grafana_notification_policy.routes",
    type: "grafana_notification_policy",
    expressions: expressions as ConfiguredResource["expressions"] & object,
    depends_on,
  };
}

const reference = (to: string): object => ({ references: [`${to}.name`, to] });
const literal = (constant_value: unknown): object => ({ constant_value });

test.each<[string, object, string]>([
  [
    "at the root",
    { contact_point: literal("On-call") },
    'contact_point = "On-call"',
  ],
  [
    "at any depth",
    { policy: [{}, { policy: [{ contact_point: literal("On-call") }] }] },
    'policy[1].policy[0].contact_point = "On-call"',
  ],
  [
    "in a list",
    { policy: [{ mute_timings: literal(["Other", "Weekend"]) }] },
    'policy[0].mute_timings[1] = "Weekend"',
  ],
])("a literal %s is found", (_name, expressions, place) => {
  const [found, ...more] = missingEdges(plan(policy(expressions)));
  expect(found).toContain(`grafana_notification_policy.routes: ${place} names`);
  expect(more).toEqual([]);
});

test.each<[string, ConfiguredResource[]]>([
  [
    "a reference",
    [policy({ contact_point: reference("grafana_contact_point.oncall") })],
  ],
  [
    "a name that is no resource of the plan",
    [policy({ contact_point: literal("grafana-default-email") })],
  ],
  [
    "a literal beside depends_on",
    [
      policy({ contact_point: literal("On-call") }, [
        "grafana_contact_point.oncall",
      ]),
    ],
  ],
  [
    "a literal beside a reference elsewhere in the resource",
    [
      policy({
        contact_point: literal("On-call"),
        policy: [{ contact_point: reference("grafana_contact_point.oncall") }],
      }),
    ],
  ],
  [
    "a literal that a chain of resources leads to",
    [
      policy({ contact_point: literal("On-call") }, ["grafana_folder.between"]),
      {
        address: "grafana_folder.between",
        type: "grafana_folder",
        expressions: {
          title: reference("grafana_contact_point.oncall"),
        },
      },
    ],
  ],
])("%s is accepted", (_name, resources) => {
  expect(missingEdges(plan(...resources))).toEqual([]);
});

test("an address that only begins alike is no edge", () => {
  const misleading = policy({ contact_point: literal("On-call") }, [
    "grafana_contact_point.oncall2",
  ]);
  expect(missingEdges(plan(misleading))).toHaveLength(1);
});
