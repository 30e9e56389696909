import { prepareStack } from "./deploy-stack";
import { startGrafana } from "./grafana-target";
import { grafanaStack, smallTeam, writeStack } from "./terraform-fixture";

test("a run that is still going ends before its provider does", async () => {
  const grafana = await startGrafana();
  const stackDir = writeStack(grafanaStack(smallTeam()));
  const terraform = prepareStack({ stackDir, grafana });
  await terraform.init();
  const apply = terraform.start("apply");
  await apply.prints("Enter a value:");
  const stopped = grafana.stop().then(() => "provider");
  const first = await Promise.race([apply.finished.then(() => "run"), stopped]);
  expect(first).toBe("run");
  await stopped;
});

test("the test runner's own pid is given to nobody", async () => {
  const grafana = await startGrafana();
  const given = grafana.environment["TF_REATTACH_PROVIDERS"] ?? "";
  expect(given).not.toContain(`"Pid":${process.pid},`);
  expect(process.env["TF_REATTACH_PROVIDERS"]).toBeUndefined();
  await grafana.stop();
});
