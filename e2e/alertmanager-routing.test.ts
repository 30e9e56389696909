import project from "../monitoring";
import { Testing } from "cdktf";
import { join } from "node:path";
import fc from "fast-check";
import { everyIntegration } from "../packages/monitoring/__tests__/outputs/alertmanager/every-integration";
import {
  arbitraryLabels,
  arbitraryNotifications,
} from "../packages/monitoring/__tests__/notifications/arbitrary-notifications";
import { MonitoringStack } from "@monitoring-as-code/constructs";
import { environments } from "../environments";
import {
  alertmanagerConfig,
  type AlertmanagerConfig,
  type AlertmanagerVersion,
} from "monitoring-as-code/outputs/alertmanager";
import { deploymentOf } from "monitoring-as-code/deployment";
import {
  type Deployment,
  type Labels,
  is,
  type RootRoute,
  secret,
} from "monitoring-as-code";
import { matchedRoutes } from "monitoring-as-code/notifications";
import { routedByAmtool } from "./amtool";
import { routedInBatch } from "./batch-routes";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { labelSetsFor } from "./label-sets";
import { policyTree, type RoutedStack } from "./policy-tree";
import { programsIfAny, programsNamed, type Program } from "./programs";
import { withFiles } from "./rendered-environment";

/** Label sets an environment. */
const cases = Number(process.env["ROUTING_CASES"] ?? 5000);
/** amtool takes one label set a call: where Alertmanager's tree can be asked in batches, amtool itself gets some. */
const amtoolCases = 100;
const minutes = 60_000;

const deployments = environments.map((environment) => ({
  name: environment.name,
  deployment: deploymentOf(environment, project),
}));

function configOf(
  { notifications, environment }: Deployment,
  version: AlertmanagerVersion = "0.25",
): AlertmanagerConfig {
  return alertmanagerConfig(notifications, environment, version);
}

function routedByUs(
  root: RootRoute,
  labelSets: readonly Labels[],
): readonly string[] {
  return labelSets.map((labels) =>
    matchedRoutes(root, labels)
      .map(({ receiver }) => receiver.name)
      .join(","),
  );
}

async function check(
  { path }: Program,
  { files }: AlertmanagerConfig,
): Promise<string> {
  return withFiles(files, async (folder) => {
    const { exitCode, output } = await runCommand(
      path,
      ["check-config", "alertmanager.yml"],
      { cwd: folder, env: {} },
    );
    return exitCode === 0 ? "accepted" : output;
  });
}

/** Fails with the first label sets for which the two differ. */
function expectSame(
  labelSets: readonly Labels[],
  theirs: readonly string[],
  ours: readonly string[],
): void {
  const differences = labelSets
    .map((labels, index) => ({
      labels,
      theirs: theirs[index],
      ours: ours[index],
    }))
    .filter((one) => one.theirs !== one.ours);
  expect(differences.slice(0, 5)).toEqual([]);
}

const programs = programsNamed("amtool");

describe.each(programs)("$version", (program) => {
  const isOldest = program === programs[0];

  it.each(deployments)(
    "accepts alertmanager.yml of $name",
    async ({ deployment }) => {
      expect(await check(program, configOf(deployment))).toBe("accepted");
    },
  );

  it.each(
    isOldest
      ? (["0.25"] as const)
      : (["0.25", "0.26", "0.28", "0.34"] as const),
  )("accepts every integration as written for %s", async (version) => {
    const [first] = deployments;
    if (first === undefined) throw new Error("there is no environment");
    const { environment, notifications } = first.deployment;
    const receiver = { name: "every", integrations: everyIntegration };
    const config = alertmanagerConfig(
      {
        ...notifications,
        receivers: [...notifications.receivers, receiver],
        route: {
          ...notifications.route,
          routes: [{ matchers: [is("a", "1")], receiver }],
        },
      },
      {
        ...environment,
        alerting: {
          ...environment.alerting,
          smtp: {
            smarthost: "smtp.example.com:587",
            from: "alerts@example.com",
            password: secret("smtp_password", "SMTP"),
          },
        },
      },
      version,
    );
    expect(await check(program, config)).toBe("accepted");
  });
});

const batchPrograms = programsIfAny("batch-routes");
const routers = [
  ...programs.map((program) => ({
    name: program.version,
    count: batchPrograms.length === 0 ? cases : Math.min(cases, amtoolCases),
    trees: 5,
    route: routedByAmtool.bind(undefined, program),
  })),
  ...batchPrograms.map((program) => ({
    name: program.version,
    count: cases,
    trees: 200,
    route: routedInBatch.bind(undefined, program),
  })),
];

describe.each(routers)("$name", ({ count, trees, route: routedByThem }) => {
  it.each(deployments)(
    `routes ${count} label sets like we do in $name`,
    async ({ deployment }) => {
      const { route } = deployment.notifications;
      const labelSets = labelSetsFor(route, count);
      expect(labelSets).toHaveLength(count);
      await withFiles(configOf(deployment).files, async (folder) => {
        const config = join(folder, "alertmanager.yml");
        expectSame(
          labelSets,
          await routedByThem(config, labelSets),
          routedByUs(route, labelSets),
        );
      });
    },
    10 * minutes,
  );

  it(
    `routes like we do in ${trees} trees made at random`,
    async () => {
      const [first] = environments;
      if (first === undefined) throw new Error("there is no environment");
      const labelSets = fc.sample(arbitraryLabels, { numRuns: 40, seed: 7 });
      for (const { route, ...rest } of fc.sample(arbitraryNotifications, {
        numRuns: trees,
        seed: 7,
      })) {
        const { files } = alertmanagerConfig({ route, ...rest }, first, "0.25");
        await withFiles(files, async (folder) => {
          const config = join(folder, "alertmanager.yml");
          expectSame(
            labelSets,
            await routedByThem(config, labelSets),
            routedByUs(route, labelSets),
          );
        });
      }
    },
    10 * minutes,
  );
});

describe("Grafana", () => {
  it.each(deployments)(
    "routes like Alertmanager in $name",
    ({ name, deployment }) => {
      const stack = new MonitoringStack(Testing.app(), name, { deployment });
      const tree = policyTree(JSON.parse(Testing.synth(stack)) as RoutedStack);
      const { route } = deployment.notifications;
      const labelSets = labelSetsFor(route, cases);
      expectSame(
        labelSets,
        routedByUs(tree, labelSets),
        routedByUs(route, labelSets),
      );
    },
    minutes,
  );
});

describe("the label sets", () => {
  it.each(deployments)("meet every receiver of $name", ({ deployment }) => {
    const { route } = deployment.notifications;
    const met = new Set(
      labelSetsFor(route, cases).flatMap((labels) =>
        matchedRoutes(route, labels).map(({ receiver }) => receiver.name),
      ),
    );
    expect([...met].sort()).toEqual(
      deployment.notifications.receivers.map(({ name }) => name).sort(),
    );
  });
});
