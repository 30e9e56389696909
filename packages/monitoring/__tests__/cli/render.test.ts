import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { render } from "../../src/cli/render-command";

describe("npm run render", () => {
  let out: string;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), "render-"));
  });

  afterEach(() => {
    rmSync(out, { recursive: true });
  });

  async function run(...args: readonly string[]): Promise<string> {
    let text = "";
    await render([...args, "--out", out], {
      output: (part) => {
        text += part;
      },
      warn: (line) => {
        text += `${line}\n`;
      },
    });
    return text;
  }

  it("writes the files of an environment and prints their paths", async () => {
    const printed = await run("local");
    expect(readdirSync(out)).toEqual(["local"]);
    expect(readdirSync(join(out, "local"))).toEqual(
      expect.arrayContaining([
        "alertmanager.yml",
        "prometheus.yml",
        "rules",
        "templates",
      ]),
    );
    expect(printed.split("\n")).toContain(join(out, "local/alertmanager.yml"));
    expect(readFileSync(join(out, "local/alertmanager.yml"), "utf8")).toMatch(
      /^# Alertmanager of local, /,
    );
  });

  it.each([
    [["nowhere"], 'unknown environment "nowhere", known are'],
    [
      ["local", "--alertmanager-version", "0.9"],
      'the version of Alertmanager must be "0.25" or later',
    ],
  ])("rejects %j and writes nothing", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
    expect(readdirSync(out)).toEqual([]);
  });
});
