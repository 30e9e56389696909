import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { environments } from "../environments";
import { prod } from "../environments/prod";
import type { MonitoredSystem } from "monitoring-as-code";
import { systems } from "../systems";
import { oneOfEachKind } from "./one-of-each-kind";
import {
  projectText,
  resourcesOf,
  synthesized,
  synthesizedText,
  unescaped,
  type Resource,
  type TerraformConfiguration,
} from "./synthesized";

const stacks = synthesized();
const names = environments.map(({ name }) => name);

/**
 * What an environment consists of, one line a resource, so that the snapshot of a change is read, not scrolled past:
 * rules say what they watch, everything else is told apart by a hash of its content.
 */
function inventory(configuration: TerraformConfiguration): string {
  const lines = Object.entries(configuration.resource).flatMap(
    ([type, resources]) =>
      Object.entries(resources).flatMap(([id, resource]) => {
        const { "//": _path, ...content } = resource;
        const hash = createHash("sha256")
          .update(JSON.stringify(content))
          .digest("hex")
          .slice(0, 8);
        return [`${type}.${id} ${hash}`, ...ruleLines(content)];
      }),
  );
  const variables = Object.keys(configuration.variable ?? {}).map(
    (name) => `var.${name}`,
  );
  return [...lines, ...variables].join("\n");
}

function ruleLines({ rule = [] }: Resource): string[] {
  // The rules of a bucket's lifecycle are called so too; they are no list.
  if (!Array.isArray(rule)) return [];
  return (rule as Resource[]).map(({ name, labels, for: duration, record }) => {
    const { severity } = (labels ?? {}) as { severity?: string };
    return record === undefined
      ? `  ${String(name)} ${severity ?? ""} for ${String(duration)}`
      : `  ${String(name)}`;
  });
}

describe.each(names)("the environment %s", (name) => {
  const configuration = stacks[name] as TerraformConfiguration;

  test("consists of these resources", () => {
    expect(inventory(configuration)).toMatchSnapshot();
  });

  test("has one tree of routes", () => {
    expect(
      resourcesOf(configuration, "grafana_notification_policy"),
    ).toHaveLength(1);
  });

  test("keeps its state where no other environment does", () => {
    const backends = names.map((other) =>
      JSON.stringify(stacks[other]?.terraform.backend),
    );
    expect(
      backends.filter(
        (backend) =>
          backend === JSON.stringify(configuration.terraform.backend),
      ),
    ).toHaveLength(1);
  });

  test("pins its providers", () => {
    for (const { version } of Object.values(
      configuration.terraform.required_providers,
    )) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test("defines dashboards with unique uids, and every alert rule with a uid of its own", () => {
    const dashboards = resourcesOf(configuration, "grafana_dashboard").map(
      ({ config_json: json }) =>
        (JSON.parse(unescaped(json)) as { uid: string }).uid,
    );
    const rules = resourcesOf(configuration, "grafana_rule_group").flatMap(
      ({ rule }) => (rule as { uid: string }[]).map(({ uid }) => uid),
    );
    for (const uids of [dashboards, rules])
      expect(new Set(uids).size).toBe(uids.length);
    expect(rules.length).toBeGreaterThan(0);
  });

  test("names no other environment", () => {
    const { label } = environments.find(
      (environment) => environment.name === name,
    ) ?? { label: "" };
    const others = environments
      .map((environment) => environment.label)
      .filter((other) => other !== label);
    const dashboards = resourcesOf(configuration, "grafana_dashboard").map(
      ({ config_json: json }) => String(json),
    );
    for (const other of others.filter((text) => text !== "local")) {
      expect(dashboards.filter((json) => json.includes(`"${other}"`))).toEqual(
        [],
      );
    }
  });
});

describe("all environments", () => {
  test("show the same dashboards, byte for byte", () => {
    const dashboardsOf = (name: string): string[] =>
      resourcesOf(stacks[name], "grafana_dashboard").map(
        ({ config_json: json }) => String(json),
      );
    for (const name of names)
      expect(dashboardsOf(name)).toEqual(dashboardsOf(names[0] ?? ""));
  });

  test("are the same bytes each time", () => {
    const chosen = oneOfEachKind(environments, ({ state }) => state.kind);
    const again = synthesizedText(chosen);
    expect(Object.keys(again).sort()).toEqual(
      [...chosen.map(({ name }) => name), "state"].sort(),
    );
    expect(projectText()).toMatchObject(again);
  });

  test("do not change when systems, dashboards, alerts or receivers are listed in another order", () => {
    const reordered = [...systems].reverse().map((system): MonitoredSystem => ({
      ...system,
      dashboards: [...system.dashboards].reverse(),
      alertGroups: [...system.alertGroups].reverse(),
      recordingGroups: [...system.recordingGroups].reverse(),
      slos: [...system.slos].reverse(),
    }));
    const resources = (text: string | undefined): unknown =>
      (JSON.parse(text ?? "{}") as TerraformConfiguration).resource;
    const { prod: after } = synthesizedText([prod], reordered);
    expect(resources(after)).toEqual(resources(projectText().prod));
  });
});

describe("secrets", () => {
  const schema = JSON.parse(
    readFileSync("packages/provider-grafana/schema.json", "utf8"),
  ) as {
    provider_schemas: Record<
      string,
      { provider: Block; resource_schemas: Record<string, Block> }
    >;
  };
  const grafana = Object.values(schema.provider_schemas)[0];

  interface Block {
    block: {
      attributes?: Record<string, { sensitive?: boolean }>;
      block_types?: Record<string, Block>;
    };
  }

  /** Values of attributes that the provider's schema calls sensitive. */
  function sensitiveValues(resource: Resource, { block }: Block): unknown[] {
    const own = Object.entries(block.attributes ?? {})
      .filter(([, attribute]) => attribute.sensitive)
      .flatMap(([name]) =>
        resource[name] === undefined ? [] : [resource[name]],
      );
    const nested = Object.entries(block.block_types ?? {}).flatMap(
      ([name, type]) =>
        [resource[name] ?? []]
          .flat()
          .flatMap((item) => sensitiveValues(item as Resource, type)),
    );
    return [...own, ...nested];
  }

  test.each(names)(
    "are variables in %s: sensitive, described, without default",
    (name) => {
      const variables = Object.entries(stacks[name]?.variable ?? {});
      expect(variables.length).toBeGreaterThan(0);
      for (const [, variable] of variables) {
        expect(variable).toMatchObject({
          sensitive: true,
          type: "string",
          description: expect.stringMatching(/\w{3}/) as string,
        });
        expect(variable).not.toHaveProperty("default");
      }
    },
  );

  test.each(names)(
    "are nowhere written in %s: what the provider calls sensitive refers to variables",
    (name) => {
      const configuration = stacks[name] as TerraformConfiguration;
      const values = [
        ...(configuration.provider.grafana ?? []).flatMap((provider) =>
          sensitiveValues(provider, grafana?.provider as Block),
        ),
        ...Object.entries(configuration.resource).flatMap(
          ([type, resources]) => {
            const block = grafana?.resource_schemas[type];
            return block === undefined
              ? []
              : Object.values(resources).flatMap((resource) =>
                  sensitiveValues(resource, block),
                );
          },
        ),
      ];
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        expect(JSON.stringify(value)).toMatch(/\bvar\.\w+/);
        if (typeof value === "string") expect(value).toMatch(/^\$\{.+\}$|^\{/);
      }
    },
  );

  test("leave no trace of known shapes in any synthesized file", () => {
    const shapes = [
      /hooks\.slack\.com\/services\/[A-Z0-9]/,
      /xox[abp]-/,
      /AKIA[0-9A-Z]{16}/,
      /glsa_/,
      /-----BEGIN/,
      /admin:admin/,
    ];
    for (const text of Object.values(projectText())) {
      for (const shape of shapes) expect(text).not.toMatch(shape);
    }
  });
});
