import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  stackOverride,
  inventVariables,
  type StackJson,
  startStandIn,
  type StandIn,
} from "@monitoring-as-code/grafana-stand-in";
import type { DeployedObject } from "./deployed-tables";
import type { StepLines } from "./step-lines";
import {
  serverFolder,
  type ServerTarget,
  type StartTarget,
} from "./start-target";
import { Terraform } from "./terraform";

/** What is there after a deployment. */
export interface LocalDeployment {
  readonly objects: readonly DeployedObject[];
  /** File with the plan as people read it. */
  readonly plan: string;
  /** File with Terraform's state. */
  readonly state: string;
  /** `TF_VAR_*` that nobody gave a value, so that one was invented. */
  readonly invented: readonly string[];
}

export interface DeployFolders {
  /** The project. */
  readonly root: string;
  /** The synthesized stack. */
  readonly stack: string;
}

/** Where Terraform runs, and with what. */
interface Destination {
  /** Holds the configuration and the state. */
  readonly work: string;
  readonly plans: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Deploys a synthesized stack to a server, or to a stand-in that is started for it and ends with it.
 * @throws TerraformFailure
 */
export async function deployLocal(
  target: StartTarget,
  folders: DeployFolders,
  lines: StepLines,
): Promise<LocalDeployment> {
  const stack = JSON.parse(
    readFileSync(join(folders.stack, "cdk.tf.json"), "utf8"),
  ) as StackJson;
  if (target.kind === "server")
    return deploy(stack, serverDestination(target, folders, stack), lines);
  const standIn = await lines.step("start the stand-in for Grafana", () =>
    startStandIn(),
  );
  try {
    return await deploy(
      stack,
      standInDestination(standIn, folders, stack),
      lines,
    );
  } finally {
    await standIn.stop();
  }
}

async function deploy(
  stack: StackJson,
  { work, plans, environment }: Destination,
  lines: StepLines,
): Promise<LocalDeployment> {
  const values = inventVariables(stack);
  const terraform = new Terraform(work, { ...values, ...environment });
  // A plan holds secrets in clear: no other user reads it.
  mkdirSync(plans, { recursive: true, mode: 0o700 });
  const binary = join(plans, "plan.tfplan");
  const plan = join(plans, "plan.txt");

  await lines.step("terraform init", () =>
    terraform.run(["init", "-input=false"]),
  );
  const changes = await lines.step(
    "terraform plan",
    async () => {
      const text = await terraform.run([
        "plan",
        "-input=false",
        `-out=${binary}`,
      ]);
      writeFileSync(plan, text);
      return changesIn(text);
    },
    ({ summary }) => summary,
  );
  await lines.step("terraform apply", (show) => {
    let done = 0;
    return terraform.run(["apply", "-input=false", binary], (line) => {
      if (!/: (?:Creation|Modifications|Destruction) complete/.test(line))
        return;
      done += 1;
      show(`${done} of ${changes.count}`);
    });
  });
  const state = await lines.step("terraform show", () =>
    terraform.run(["show", "-json"]),
  );
  return {
    objects: objectsIn(state),
    plan,
    state: join(work, String(stack.terraform?.backend?.["local"]?.["path"])),
    invented: Object.keys(values).filter(
      (name) => environment[name] === undefined,
    ),
  };
}

/** The stand-in forgets everything when it ends: a state that outlived it would name what is gone, so each start has a new one. */
function standInDestination(
  { url, environment }: StandIn,
  { root, stack: source }: DeployFolders,
  stack: StackJson,
): Destination {
  const folder = join(root, ".cache", "start");
  const work = join(folder, "stand-in");
  rmSync(work, { recursive: true, force: true });
  copyStack(source, work, stack, url);
  return {
    work,
    plans: folder,
    environment: {
      // Nothing else of the user's shell: neither options for Terraform nor values that are meant for a server.
      ...Object.fromEntries(
        ["PATH", "HOME", "TMPDIR"].map((name) => [name, process.env[name]]),
      ),
      ...environment,
    },
  };
}

/**
 * The server that the environment names is deployed to from the stack itself, so that `npx cdktf deploy` and
 * `npx monitoring plan` go on from the same state. Another server has a copy of the stack, with a state of its own.
 */
function serverDestination(
  { url, auth, isOwnServer }: ServerTarget,
  { root, stack: source }: DeployFolders,
  stack: StackJson,
): Destination {
  const name = serverFolder(url);
  const work = isOwnServer ? source : join(root, "cdktf.out", "servers", name);
  if (!isOwnServer) copyStack(source, work, stack, url);
  return {
    work,
    plans: join(root, ".cache", "start", name),
    environment: { ...process.env, TF_VAR_grafana_auth: auth },
  };
}

function copyStack(
  from: string,
  to: string,
  stack: StackJson,
  url: string,
): void {
  mkdirSync(to, { recursive: true });
  cpSync(join(from, "cdk.tf.json"), join(to, "cdk.tf.json"));
  writeFileSync(
    join(to, "start_override.tf.json"),
    JSON.stringify(stackOverride(stack, { grafana: { url } }), null, 2),
  );
}

/** What Terraform says that a plan would do. */
function changesIn(text: string): {
  readonly summary: string;
  readonly count: number;
} {
  const plan =
    /^Plan: (?:(\d+) to import, )?((\d+) to add, (\d+) to change, (\d+) to destroy)\./m.exec(
      text,
    );
  if (plan === null) return { summary: "nothing to change", count: 0 };
  const [, , summary = "", ...counts] = plan;
  return {
    summary,
    count: counts.reduce((sum, count) => sum + Number(count), 0),
  };
}

/** The resources of a state, as `terraform show -json` prints it. */
function objectsIn(json: string): readonly DeployedObject[] {
  const { values } = JSON.parse(json) as {
    readonly values?: {
      readonly root_module: { readonly resources?: readonly DeployedObject[] };
    };
  };
  return values?.root_module.resources ?? [];
}
