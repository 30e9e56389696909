import { App } from "cdktf";
import { MonitoringStack } from "./constructs/monitoring-stack";
import { StateStack } from "./constructs/state-stack";
import { environments } from "./environments";
import { deploymentOf } from "./lib/deployment/deployment";
import { rootNotifications } from "./notifications";
import { systems } from "./systems";

const app = new App({ skipValidation: true });
const stacks = environments.map(
  (environment) =>
    new MonitoringStack(app, environment.name, {
      deployment: deploymentOf(environment, systems, rootNotifications),
      team: { name: "Infrastructure Team", email: "infra@example.com" },
      homeDashboardUid: "node-exporter",
    }),
);
const state = new StateStack(app, "state", { environments });
// All stacks are proven before the first is written: a mistake leaves the last good output as it was.
for (const stack of [...stacks, state]) stack.runAllValidations();
app.synth();
