import { App } from "cdktf";
import { MonitoringStack, StateStack } from "@monitoring-as-code/constructs";
import { deploymentOf } from "monitoring-as-code/deployment";
import project from "./monitoring";

const app = new App();
for (const environment of project.environments)
  new MonitoringStack(app, environment.name, {
    deployment: deploymentOf(environment, project),
  });
new StateStack(app, "state", project);
app.synth();
