import { matchedRoutes } from "monitoring-as-code/notifications";
import {
  matchRules,
  parseOutputs,
  policyTree,
  review,
} from "monitoring-as-code/review";
import { environments } from "../environments";
import { deploymentNamed } from "./deployments";
import { projectText } from "./synthesized";

const texts = projectText();

describe.each(environments.map(({ name }) => name))(
  "the environment %s, read back from what is synthesized",
  (name) => {
    const deployment = deploymentNamed(name);
    const source = { source: name, text: texts[name] ?? "" };
    const unchanged = parseOutputs(name, source, source);
    const { changes } = unchanged;

    test("tells of every alert whom the model tells of it", () => {
      const tree = policyTree(changes, "after");
      if (tree === undefined) throw new Error("there is no tree");
      const alerts = deployment.systems.flatMap(({ title, alertGroups }) =>
        alertGroups.flatMap(({ alerts: rules }) =>
          rules.map(({ alert, labels }) => ({
            ...labels,
            alertname: alert,
            grafana_folder: title,
          })),
        ),
      );
      for (const labels of alerts) {
        const told = (root: typeof tree): readonly string[] =>
          matchedRoutes(root, labels).map(({ receiver }) => receiver.name);
        expect([labels.alertname, told(tree)]).toEqual([
          labels.alertname,
          told(deployment.notifications.route),
        ]);
      }
      const rules = matchRules(changes).filter(
        ({ after }) => after?.record === undefined,
      );
      expect(rules.map(({ after }) => after?.name).sort()).toEqual(
        alerts.map(({ alertname }) => alertname).sort(),
      );
    });

    test("is no change of itself, and all dangers of it are known", () => {
      expect(review([unchanged]).sections).toEqual([]);
      const created = review([parseOutputs(name, undefined, source)]);
      expect(
        created.dangers.filter(
          ({ kind }) => !["policy-overwritten", "alert-fires"].includes(kind),
        ),
      ).toEqual([]);
    });
  },
);
