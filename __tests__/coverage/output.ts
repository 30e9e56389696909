import { load } from "js-yaml";
import { deploymentNamed } from "../deployments";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { type Deployment, memoize } from "monitoring-as-code";
import { helmValues } from "monitoring-as-code/outputs/helm";
import { ruleFiles, scrapeConfig } from "monitoring-as-code/outputs/prometheus";
import {
  resourcesOf,
  synthesized,
  unescaped,
  type Resource,
  type TerraformConfiguration,
} from "../synthesized";

/** Everything that one environment puts out: Terraform's configuration, and the rendered files by path. */
export interface Output {
  readonly stack: TerraformConfiguration;
  readonly files: Readonly<Record<string, unknown>>;
}

export interface PanelOutput {
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr?: string }[];
  readonly panels?: readonly PanelOutput[];
}

/** What is synthesized and rendered for the environment called `name`, made once; YAML is parsed. */
export function outputOf(name: string): Output {
  return outputFrom(deploymentNamed(name));
}

const outputFrom = memoize((deployment: Deployment): Output => {
  const { notifications, environment } = deployment;
  const { files } = alertmanagerConfig(notifications, environment);
  const stack = synthesized()[environment.name];
  if (stack === undefined)
    throw new Error(`${environment.name} is not synthesized`);
  return {
    stack,
    files: Object.fromEntries(
      [
        scrapeConfig(deployment),
        helmValues(environment),
        ...ruleFiles(deployment),
        ...files,
      ].map(({ path, content }) => [
        path,
        /\.ya?ml$/.test(path) ? load(content) : content,
      ]),
    ),
  };
});

/** The resource of `type` whose attribute is `value`; fails the test when there is none. */
export function resourceWith(
  { stack }: Output,
  type: string,
  attribute: string,
  value: string,
): Resource {
  const found = resourcesOf(stack, type).find(
    (resource) => resource[attribute] === value,
  );
  if (found === undefined)
    throw new Error(`no ${type} whose ${attribute} is ${value}`);
  return found;
}

/** Panels of a dashboard without its rows. */
export function panelsOf(
  { stack }: Output,
  uid: string,
): readonly PanelOutput[] {
  const dashboards = resourcesOf(stack, "grafana_dashboard").map(
    ({ config_json: json }) =>
      JSON.parse(unescaped(json)) as {
        uid: string;
        panels: readonly PanelOutput[];
      },
  );
  return (dashboards.find((one) => one.uid === uid)?.panels ?? [])
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .filter(({ type }) => type !== "row");
}

/** Grafana's alert rules of a system, by name. */
export function rulesIn(
  { stack }: Output,
  system: string,
): ReadonlyMap<string, Resource> {
  return new Map(
    resourcesOf(stack, "grafana_rule_group")
      .flatMap(({ rule }) => rule as readonly Resource[])
      .filter(
        ({ labels, record }) =>
          record === undefined &&
          (labels as Record<string, string> | undefined)?.["system"] === system,
      )
      .map((rule) => [String(rule["name"]), rule]),
  );
}

/** What Terraform gives the provider for an attribute of JSON. */
export function jsonIn(attribute: unknown): unknown {
  return JSON.parse(unescaped(attribute));
}
