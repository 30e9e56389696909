import { allChecks } from "../../src/checks/all";
import { runChecks } from "../../src/checks/run-checks";
import { readRunbooks } from "../../src/checks/read-runbooks";
import { deploymentOf } from "../../src/deployment";
import type { Deployment } from "../../src/model/deployment";
import type { Scope } from "../../src/model/scope";
import { notify } from "../../src/notifications";
import { scrapeConfig } from "../../src/outputs/prometheus/scrape-config";
import project from "../../templates/project/monitoring";
import { join } from "node:path";

const template = join(__dirname, "../../templates/project");
const [local] = project.environments;

function deployed(scope?: Scope): Deployment {
  if (local === undefined) throw new Error("the project has no environment");
  return deploymentOf(local, {
    ...project,
    ...(scope === undefined ? {} : { scope }),
  });
}

/** All queries, of rules and of dashboards, and the labels of recorded series. */
function queriesOf({ systems }: Deployment): string {
  return JSON.stringify(
    systems.map(({ alertGroups, recordingGroups, dashboards }) => [
      alertGroups.flatMap(({ alerts }) => alerts.map(({ expr }) => expr)),
      recordingGroups,
      dashboards.map(({ model }) => model),
    ]),
  );
}

describe("the scope of a project", () => {
  test("is the label system, unless it says otherwise", () => {
    expect(queriesOf(deployed({ label: "system" }))).toBe(
      queriesOf(deployed()),
    );
    expect(queriesOf(deployed())).toContain(`system=\\"shop\\"`);
  });

  test("is a label of its own in every query, recorded series and target", () => {
    const deployment = deployed({ label: "product" });
    expect(queriesOf(deployment)).not.toContain("system=");
    expect(queriesOf(deployment)).toContain(`product=\\"shop\\"`);
    expect(scrapeConfig(deployment).content).toContain("product: shop");
    expect(scrapeConfig(deployment).content).not.toContain("system:");
  });

  test("adds nothing to queries and targets where there is none", () => {
    const deployment = deployed("none");
    expect(queriesOf(deployment)).not.toMatch(/(system|product)=/);
    expect(scrapeConfig(deployment).content).not.toContain("system:");
  });

  test.each([{ label: "product" }, "none"] as const)(
    "%j changes nothing of who is notified",
    (scope) => {
      const [alert] = deployed(scope).systems.flatMap(({ alertGroups }) =>
        alertGroups.flatMap(({ alerts }) => alerts),
      );
      const labels = alert?.labels ?? {};
      expect(labels["system"]).toBe("shop");
      expect(
        notify({ notifications: deployed(scope).notifications, labels }),
      ).toEqual(notify({ notifications: deployed().notifications, labels }));
    },
  );

  test.each([{ label: "product" }, "none"] as const)(
    "%j has no findings of its own",
    (scope) => {
      expect(
        runChecks([deployed(scope)], allChecks, {
          runbooks: readRunbooks(template),
        }),
      ).toEqual([]);
    },
  );
});
