import { deploymentOf } from "monitoring-as-code/deployment";
import project from "../monitoring";

/** What a system deploys, so that the snapshot of a change reads like the change. */
describe.each(project.environments)("the environment $name", (environment) => {
  test.each(deploymentOf(environment, project).systems)(
    "deploys of $id what its snapshot says",
    ({ dashboards, alertGroups, recordingGroups }) => {
      expect({
        dashboards: dashboards.map(({ uid }) => uid),
        alerts: alertGroups.flatMap(({ alerts }) =>
          alerts.map(
            ({ alert, severity, expr, for: pending = "0s" }) =>
              `${alert} ${severity} for ${pending}: ${expr}`,
          ),
        ),
        recordings: recordingGroups.flatMap(({ recordings }) =>
          recordings.map(({ record, expr }) => `${record}: ${expr}`),
        ),
      }).toMatchSnapshot();
    },
  );
});
