import { CommanderError } from "commander";
import { runProgram } from "../../src/cli/run-program";

describe("a program", () => {
  let printed: jest.SpyInstance;

  beforeEach(() => {
    printed = jest.spyOn(console, "error").mockReturnValue(undefined);
  });
  afterEach(() => {
    printed.mockRestore();
    process.exitCode = undefined;
  });

  test.each<[string, () => number | void | Promise<number | void>, unknown]>([
    ["as its command says", () => 3, 3],
    ["as a slow command says", () => Promise.resolve(2), 2],
    ["well when its command says nothing", () => undefined, undefined],
  ])("ends %s", async (_, command, exitCode) => {
    await runProgram(command);
    expect([process.exitCode, printed.mock.calls]).toEqual([exitCode, []]);
  });

  test.each<[string, Error, number, readonly string[]]>([
    ["an error", new Error("no such plan"), 1, ["no such plan"]],
    [
      "an error with an exit code",
      Object.assign(new Error("no data"), { exitCode: 4 }),
      4,
      ["no data"],
    ],
    [
      "bad arguments, which commander printed",
      new CommanderError(1, "commander.unknownOption", "unknown option"),
      1,
      [],
    ],
    [
      "help, which commander printed",
      new CommanderError(0, "commander.help", "(outputHelp)"),
      0,
      [],
    ],
  ])("tells %s once", async (_, error, exitCode, lines) => {
    await runProgram(() => Promise.reject(error));
    expect([process.exitCode, printed.mock.calls.flat()]).toEqual([
      exitCode,
      lines,
    ]);
  });
});
