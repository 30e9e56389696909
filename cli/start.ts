import { spawnSync } from "node:child_process";
import { join } from "node:path";
import Table from "cli-table3";
import pc from "picocolors";
import { environments } from "../environments";
import { deploymentNamed } from "./environment-argument";

const { status } = spawnSync(process.execPath, [join(__dirname, "synth.js")], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

const table = new Table({
  head: [
    "environment",
    "dashboards",
    "panels",
    "alerts",
    "recordings",
    "SLOs",
    "receivers",
    "deploy with",
  ],
  style: { head: [], border: [] },
});
for (const { name } of environments) {
  const { systems, notifications } = deploymentNamed(name);
  const dashboards = systems.flatMap((system) => system.dashboards);
  table.push([
    pc.bold(name),
    dashboards.length,
    dashboards.flatMap((dashboard) => dashboard.panels).length,
    systems.flatMap((system) =>
      system.alertGroups.flatMap((group) => group.alerts),
    ).length,
    systems.flatMap((system) =>
      system.recordingGroups.flatMap((group) => group.recordings),
    ).length,
    systems.flatMap((system) => system.slos).length,
    notifications.receivers.length,
    `npx cdktf deploy ${name}`,
  ]);
}
console.log(
  `Synthesized to cdktf.out/stacks, one Terraform configuration an environment:\n${table.toString()}`,
);
console.log(
  "Next: npm test, then `npm run route -- prod severity=critical system=ecommerce` to see who is paged.",
);
