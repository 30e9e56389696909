import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adoptText } from "../../src/adopt/adopt-text";

const out = mkdtempSync(join(tmpdir(), "import-"));
const stackFile = (name: string): string =>
  join(out, "stacks", name, "cdk.tf.json");

describe(adoptText, () => {
  beforeAll(() => {
    mkdirSync(join(out, "stacks", "staging"), { recursive: true });
    writeFileSync(
      stackFile("staging"),
      '{"resource":{"grafana_folder":{"shop":{"uid":"shop"}}}}',
    );
  });
  afterAll(() => rmSync(out, { recursive: true }));

  it("gives Terraform's import blocks of an environment", () => {
    expect(JSON.parse(adoptText("staging", out))).toEqual({
      import: [{ to: "grafana_folder.shop", id: "shop" }],
    });
  });

  it("rejects an environment that is not synthesized", () => {
    expect(() => adoptText("prod", out)).toThrow(
      new Error(
        `${stackFile("prod")} is not there; run npx monitoring synth first`,
      ),
    );
  });
});
