import project from "../monitoring";
import { environments } from "../environments";
import { deploymentOf } from "monitoring-as-code/deployment";
import type { Deployment } from "monitoring-as-code";
import { ruleFiles, scrapeConfig } from "monitoring-as-code/outputs/prometheus";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { programsNamed } from "./programs";
import { withFiles } from "./rendered-environment";

const deployments = environments.map((environment) =>
  deploymentOf(environment, project),
);

describe.each(programsNamed("promtool"))("$version", ({ path }) => {
  async function promtool(
    folder: string,
    ...args: readonly string[]
  ): Promise<{ readonly exitCode: number; readonly output: string }> {
    return runCommand(path, args, { cwd: folder, env: {} });
  }

  describe.each(
    deployments.map((deployment) => ({
      name: deployment.environment.name,
      deployment,
    })),
  )("$name", ({ deployment }) => {
    const rules = ruleFiles(deployment).filter(({ path: file }) =>
      file.startsWith("rules/"),
    );

    it("accepts every rule", async () => {
      await withFiles(rules, async (folder) => {
        const { exitCode, output } = await promtool(
          folder,
          "check",
          "rules",
          ...rules.map((file) => file.path),
        );
        expect(output).not.toMatch(/FAILED|duplicate/i);
        expect(exitCode).toBe(0);
        expect(rulesFound(output)).toBe(rulesIn(deployment));
      });
    });

    it.each(["grafana", "prometheus"] as const)(
      "accepts prometheus.yml when %s evaluates",
      async (evaluator) => {
        const { environment } = deployment;
        const config = scrapeConfig({
          ...deployment,
          environment: {
            ...environment,
            alerting: { ...environment.alerting, evaluator },
          },
        });
        await withFiles([...rules, config], async (folder) => {
          const { exitCode, output } = await promtool(
            folder,
            "check",
            "config",
            config.path,
          );
          expect(output).not.toContain("FAILED");
          expect(exitCode).toBe(0);
          expect(rulesFound(output)).toBe(
            evaluator === "prometheus" ? rulesIn(deployment) : 0,
          );
        });
      },
    );
  });
});

/** What promtool counted in all files. */
function rulesFound(output: string): number {
  return [...output.matchAll(/SUCCESS: (\d+) rules found/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

function rulesIn({ systems: deployed }: Deployment): number {
  return deployed.flatMap(({ recordingGroups, alertGroups }) => [
    ...recordingGroups.flatMap(({ recordings }) => recordings),
    ...alertGroups.flatMap(({ alerts }) =>
      alerts.filter(
        ({ datasource = "prometheus", paused = false }) =>
          datasource === "prometheus" && !paused,
      ),
    ),
  ]).length;
}
