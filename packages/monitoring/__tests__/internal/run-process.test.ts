import { tmpdir } from "node:os";
import { runProcess } from "../../src/internal/run-process";

const options = { cwd: tmpdir(), environment: process.env };

function node(
  script: string,
  onLine?: (line: string) => void,
): ReturnType<typeof runProcess> {
  return runProcess(process.execPath, ["-e", script], {
    ...options,
    ...(onLine === undefined ? {} : { onLine }),
  });
}

test("what a program prints is kept, its errors beside it", async () => {
  const outcome = await node(
    'process.stdout.write("plan\\n", () => { console.error("late"); process.exitCode = 3; })',
  );
  expect(outcome).toEqual({
    exitCode: 3,
    stdout: "plan\n",
    output: "plan\nlate\n",
  });
});

test("lines are told whole, however they come", async () => {
  const lines: string[] = [];
  await node(
    'process.stdout.write("a: Crea"); setTimeout(() => process.stdout.write("tion\\nb: Cre"), 50); setTimeout(() => process.stdout.write("ation\\n"), 100)',
    (line) => lines.push(line),
  );
  expect(lines).toEqual(["a: Creation", "b: Creation"]);
});

test("a program that is not there is told from one that fails", async () => {
  expect(await runProcess("no-such-program", [], options)).toBeUndefined();
  expect(await node("process.exit(1)")).toMatchObject({ exitCode: 1 });
});

test("a program that a signal ended has the exit code that a shell gives it", async () => {
  expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({
    exitCode: 137,
  });
});

test("Ctrl-C goes to the program, which finishes in its own way", async () => {
  const lines: string[] = [];
  const run = node(
    'process.on("SIGINT", () => { console.log("finished"); process.exit(0); }); console.log("ready"); setInterval(() => {}, 1000);',
    (line) => {
      lines.push(line);
      if (line === "ready") process.emit("SIGINT", "SIGINT");
    },
  );
  await expect(run).rejects.toMatchObject({ exitCode: 130 });
  expect(lines).toEqual(["ready", "finished"]);
});
