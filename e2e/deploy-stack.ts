import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plannedActions, type PlanJson } from "./plan-json";
import { missingEdges } from "./reference-check";
import {
  stackOverride,
  inventVariables,
  type StackJson,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";
import type { GrafanaTarget } from "./grafana-target";
import type { S3Server } from "./s3-server";
import { Terraform } from "./terraform";

/** The file that cdktf synthesizes into the folder of a stack. */
const STACK_FILE = "cdk.tf.json";

export interface DeployStackProps {
  readonly grafana?: GrafanaTarget;
  readonly s3?: S3Server;
  /** A folder with a synthesized stack, such as `cdktf.out/stacks/local`; it is copied, never written to. */
  readonly stackDir: string;
  /** Values for `TF_VAR_*` that the harness shall not invent. @default - all are invented */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A stack that has been applied once. */
export interface Deployment {
  readonly terraform: Terraform;
  /** What the first plan did. */
  readonly plan: PlanJson;
  /** Literals where a reference is needed, found in the first plan. */
  readonly missingEdges: readonly string[];
  /** What a plan right after the apply would still do: nothing, if the stack settles. */
  readonly unsettled: readonly string[];
  /** Destroys everything and removes the working copy. */
  destroy(): Promise<void>;
}

/** Copies a stack to a working directory of its own, and points it at the test servers. */
export function prepareStack({
  stackDir,
  variables = {},
  ...targets
}: DeployStackProps): Terraform {
  const workDir = scratchFolder("stack");
  cpSync(stackDir, workDir, {
    recursive: true,
    filter: (source) => !/\.terraform(?:$|\/)|\.tfstate/.test(source),
  });
  const stack = JSON.parse(
    readFileSync(join(workDir, STACK_FILE), "utf8"),
  ) as StackJson;
  writeFileSync(
    join(workDir, "e2e_override.tf.json"),
    JSON.stringify(stackOverride(stack, targets), null, 2),
  );
  return new Terraform({
    workDir,
    environment: {
      ...targets.grafana?.environment,
      ...inventVariables(stack),
      ...variables,
    },
  });
}

/** Runs init, validate, plan, apply and a second plan. @throws TerraformError */
export async function deployStack(
  props: DeployStackProps,
): Promise<Deployment> {
  const terraform = prepareStack(props);
  await terraform.init();
  await terraform.validate();
  const plan = await terraform.plan();
  await terraform.applyPlan();
  const unsettled = plannedActions(await terraform.plan());
  return {
    terraform,
    plan,
    missingEdges: missingEdges(plan),
    unsettled,
    destroy: async () => {
      await terraform.destroy();
      rmSync(terraform.workDir, { recursive: true, force: true });
    },
  };
}
