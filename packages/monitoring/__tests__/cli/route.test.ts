import { Readable } from "node:stream";
import "../in-sample-project";
import { configure } from "../../src/cli/route";
import { runCommand, type CommandRun } from "./run-command";

function run(
  args: readonly string[],
  input: readonly string[] = [],
): Promise<CommandRun> {
  return runCommand(configure, args, { input: Readable.from(input) });
}

describe("monitoring route", () => {
  it("prints who is notified of an alert", async () => {
    const { code, printed: output } = await run(["prod", "system=nobody"]);
    expect(output).toContain('{system="nobody"} reaches\n- default\n');
    expect(output).toContain("    through       route\n");
    expect(code).toBe(0);
  });

  it("prints one JSON object", async () => {
    const { printed: output } = await run(["prod", "system=nobody", "--json"]);
    expect(JSON.parse(output)).toMatchObject({
      labels: { system: "nobody" },
      receivers: [{ name: "default", route: "route" }],
    });
  });

  it("answers JSON lines with JSON lines, and a bad one with its error", async () => {
    const { code, printed: output } = await run(
      ["staging", "--batch"],
      ['{"system":"nobody"}\n\n', "[]\n"],
    );
    expect(
      output
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { receivers: ["default"], routes: ["route"], silent: [] },
      {
        error: expect.stringMatching(
          /^line 3: labels must be a JSON object/,
        ) as unknown,
      },
    ]);
    expect(code).toBe(1);
  });

  it("answers a thousand lines, each in its place", async () => {
    const lines = Array.from(
      { length: 1_000 },
      (_, index) => `{"system":"nobody","alertname":"A${index}"}\n`,
    );
    const { code, printed: output } = await run(["prod", "--batch"], lines);
    expect(output.split("\n")).toHaveLength(1_001);
    expect(code).toBe(0);
  });

  test.each([
    [["nowhere", "a=b"], 'unknown environment "nowhere", known are'],
    [["prod", "a"], 'labels must be written name=value, got "a"'],
    [["prod", "a=b", "--at", "soon"], "a time must be written like"],
    [
      ["prod", "a=b", "--batch"],
      "--batch reads labels from stdin, got a=b as well",
    ],
    [
      ["prod", "a=b", "--firing", "c"],
      'labels must be written name=value, got "c"',
    ],
  ])("rejects %j", async (args, message) => {
    await expect(run(args)).rejects.toThrow(message);
  });
});
