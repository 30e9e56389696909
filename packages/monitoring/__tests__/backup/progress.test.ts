import { PassThrough } from "node:stream";
import { progressOn } from "../../src/backup/progress";

function told(isTTY: boolean) {
  let text = "";
  const stream = Object.assign(new PassThrough(), { isTTY });
  stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { progress: progressOn(stream), text: () => text };
}

test("writes a line for each tenth where there is no terminal", () => {
  const { progress, text } = told(false);
  progress.start("prod: dashboards", 40);
  for (let step = 0; step < 40; step += 1) progress.step();
  progress.start("objects", 2);
  progress.step();
  progress.stop();
  const lines = text().trim().split("\n");
  expect(lines).toHaveLength(11);
  expect([lines[0], lines[9], lines[10]]).toEqual([
    "prod: dashboards 4/40",
    "prod: dashboards 40/40",
    "objects 1/2",
  ]);
  expect(text()).not.toContain("\u001b");
});

test("draws a bar on a terminal, and one after the other", () => {
  const { progress, text } = told(true);
  progress.start("prod: dashboards", 2);
  progress.step();
  progress.step();
  progress.start("nothing", 0);
  progress.step();
  progress.stop();
  expect(text()).toContain("prod: dashboards");
  expect(text()).toContain("2/2");
  expect(text()).toContain("█");
  expect(text()).not.toContain("nothing");
});
