import project from "../monitoring";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { MonitoringStack, StateStack } from "@monitoring-as-code/constructs";
import { environments } from "../environments";
import { deploymentOf } from "monitoring-as-code/deployment";
import { type Environment, type MonitoredSystem } from "monitoring-as-code";
import { systems } from "../systems";

/** One resource as Terraform reads it. */
export type Resource = Readonly<Record<string, unknown>>;

/** A synthesized stack: `cdk.tf.json`, as far as tests look at it. */
export interface TerraformConfiguration {
  readonly terraform: {
    readonly backend: Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >;
    readonly required_providers: Readonly<
      Record<string, { source: string; version: string }>
    >;
  };
  readonly provider: Readonly<Record<string, readonly Resource[]>>;
  readonly variable?: Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  readonly resource: Readonly<
    Record<string, Readonly<Record<string, Resource>>>
  >;
  readonly output?: Readonly<
    Record<string, { readonly value: unknown; readonly sensitive?: boolean }>
  >;
}

/** What is synthesized for `chosen` environments, and the state stack of all, as text, by stack. `npm run synth` proves it. */
export function synthesizedText(
  chosen: readonly Environment[],
  watched: readonly MonitoredSystem[] = systems,
): Readonly<Record<string, string>> {
  const outdir = mkdtempSync(join(tmpdir(), "synth-"));
  try {
    const app = new App({ outdir, skipValidation: true });
    for (const environment of chosen) {
      new MonitoringStack(app, environment.name, {
        deployment: deploymentOf(environment, { ...project, systems: watched }),
      });
    }
    new StateStack(app, "state", { environments });
    app.synth();
    return stackTexts(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

let text: Readonly<Record<string, string>> | undefined;

/** What `npm run synth` gives, as text, by stack; read once. Throws where it failed. */
export function projectText(): Readonly<Record<string, string>> {
  return (text ??= stackTexts(join(__dirname, "../.cache/tested")));
}

function stackTexts(outdir: string): Readonly<Record<string, string>> {
  const stacks = join(outdir, "stacks");
  return Object.fromEntries(
    readdirSync(stacks).map((name) => [
      name,
      readFileSync(join(stacks, name, "cdk.tf.json"), "utf8"),
    ]),
  );
}

let configurations:
  Readonly<Record<string, TerraformConfiguration>> | undefined;

/** {@link projectText}, parsed once: it is read by many and changed by nobody. */
export function synthesized(): Readonly<
  Record<string, TerraformConfiguration>
> {
  return (configurations ??= Object.fromEntries(
    Object.entries(projectText()).map(([name, json]) => [
      name,
      JSON.parse(json) as TerraformConfiguration,
    ]),
  ));
}

/** Every resource of `type`, by the last part of its address. */
export function resourcesOf(
  configuration: TerraformConfiguration | undefined,
  type: string,
): readonly Resource[] {
  return Object.values(configuration?.resource[type] ?? {});
}

/** Undoes what keeps Terraform from reading `${` and `%{` as templates. */
export function unescaped(text: unknown): string {
  return String(text).replaceAll("$${", "${").replaceAll("%%{", "%{");
}
