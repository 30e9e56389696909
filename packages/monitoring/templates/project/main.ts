import { App } from "cdktf";
import { MonitoringStack, StateStack } from "@monitoring-as-code/constructs";
import { deploymentOf } from "monitoring-as-code/deployment";
import project from "./monitoring";

const app = new App({ skipValidation: true });
const stacks = [
  ...project.environments.map(
    (environment) =>
      new MonitoringStack(app, environment.name, {
        deployment: deploymentOf(environment, project),
      }),
  ),
  new StateStack(app, "state", project),
];
// All stacks are validated before the first is written: a mistake leaves the last good output as it was.
for (const stack of stacks) stack.runAllValidations();
app.synth();
