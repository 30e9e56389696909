import { join } from "node:path";
import { allChecks } from "../../src/checks/all";
import { readRunbooks } from "../../src/checks/read-runbooks";
import { runChecks } from "../../src/checks/run-checks";
import { deploymentOf } from "../../src/deployment";
import {
  hostCpu,
  hostDisk,
  hostMemory,
  targetDown,
} from "../../src/exporters/alerts";
import { nodeExporter } from "../../src/exporters/node";
import project from "../../templates/project/monitoring";

const team = "platform";

describe("ready alerts", () => {
  test("choose all targets of the system, or those of a selector", () => {
    expect(targetDown({ team }).expr).toBe("up");
    expect(targetDown({ team, selector: 'job="api"' }).expr).toBe(
      'up{job="api"}',
    );
    expect(hostCpu({ team, selector: 'job="node"' }).expr).toContain(
      'node_cpu_seconds_total{mode="idle",job="node"}',
    );
  });

  test.each([
    [hostMemory, 90],
    [hostCpu, 90],
    [hostDisk, 85],
  ])("fire above a share that can be given: %p", (alert, usual) => {
    expect(alert({ team }).condition).toEqual({ is: ">", value: usual });
    expect(alert({ team, percent: 70 })).toMatchObject({
      condition: { is: ">", value: 70 },
      description: expect.stringContaining("below 70% is good") as string,
    });
    expect(alert({ team, percent: 70 })).not.toHaveProperty("percent");
  });

  test("take any other property of a rule from who calls them", () => {
    expect(
      targetDown({ team, alert: "ApiDown", for: "1m", severity: "warning" }),
    ).toMatchObject({ alert: "ApiDown", for: "1m", severity: "warning" });
  });

  test("have no findings of their own, but for their runbooks", () => {
    const alerts = [targetDown, hostMemory, hostCpu, hostDisk].map((alert) =>
      alert({ team }),
    );
    const deployments = project.environments.map((environment) =>
      deploymentOf(environment, {
        ...project,
        systems: project.systems.map((system) => ({
          ...system,
          exporters: [...system.exporters, nodeExporter],
          alertGroups: [...system.alertGroups, { name: "ready", alerts }],
        })),
      }),
    );
    const found = runChecks(deployments, allChecks, {
      runbooks: readRunbooks(join(__dirname, "../../templates/project")),
    });
    expect(
      found.filter(({ id }) => id !== "references/runbook-missing"),
    ).toEqual([]);
  });
});
