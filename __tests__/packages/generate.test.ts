import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "..", "..");
const address = "registry.terraform.io/grafana/grafana";

const folderSchema = {
  version: 0,
  block: { attributes: { title: { type: "string", required: true } } },
};

/** A schema of one resource, version 1.2.3, with the given parts replaced. */
function schemaWith(replaced: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    format_version: "1.0",
    provider_versions: { [address]: "1.2.3" },
    provider_schemas: {
      [address]: {
        provider: { version: 0, block: {} },
        resource_schemas: { grafana_folder: folderSchema },
      },
    },
    ...replaced,
  });
}

describe("generate.js", () => {
  let directory: string;

  // Inside the project, because the generator resolves its packages from where it stands.
  beforeEach(() => {
    const parent = path.join(root, ".cache");
    mkdirSync(parent, { recursive: true });
    directory = mkdtempSync(path.join(parent, "generate-test-"));
    copyFileSync(
      path.join(root, "packages", "provider-grafana", "generate.js"),
      path.join(directory, "generate.js"),
    );
    write("package.json", JSON.stringify({ version: "1.2.3" }));
  });

  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function write(file: string, content: string): void {
    const target = path.join(directory, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  /** Runs the generator without terraform on the path and with Terraform's settings naming a missing file. */
  function generate() {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["generate.js"],
      {
        cwd: directory,
        encoding: "utf8",
        env: {
          PATH: "",
          TF_CLI_CONFIG_FILE: path.join(directory, "missing.tfrc"),
        },
      },
    );
    return { status, stdout, stderr };
  }

  test("writes a folder a resource, replaces bindings of other inputs, and then rests", () => {
    write("schema.json", schemaWith());
    write("lib/removed-resource/index.js", "");
    write("lib/inputs.sha256", "hash of other inputs");

    expect(generate()).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^generated the bindings of grafana in [\d.]+ s\n$/,
      ) as string,
      stderr: "",
    });
    const lib = path.join(directory, "lib");
    expect(readdirSync(lib).sort()).toEqual([
      "folder",
      "inputs.sha256",
      "provider",
    ]);
    expect(readdirSync(path.join(lib, "folder")).sort()).toEqual([
      "index.d.ts",
      "index.js",
    ]);
    expect(readdirSync(path.join(directory, ".cache"))).toEqual([]);

    expect(generate()).toEqual({ status: 0, stdout: "", stderr: "" });
  }, 120_000);

  test.each([
    [
      "a schema of another version than the package",
      schemaWith({ provider_versions: { [address]: "1.2.4" } }),
      "packages/provider-grafana: schema.json must describe version 1.2.3 as package.json says, got 1.2.4: set 'version' and 'provider_versions' to the provider's version\n",
    ],
    [
      "a schema of two providers",
      schemaWith({ provider_schemas: { [address]: {}, "example/other": {} } }),
      `packages/provider-grafana: schema.json must describe one provider called grafana, got ${address}, example/other: keep only that key of 'provider_schemas'\n`,
    ],
    [
      "a schema without providers",
      schemaWith({ provider_schemas: {} }),
      "packages/provider-grafana: schema.json must describe one provider called grafana, got none: keep only that key of 'provider_schemas'\n",
    ],
    [
      "a schema that breaks the generator half-way",
      schemaWith({
        provider_schemas: {
          [address]: {
            provider: { version: 0, block: {} },
            resource_schemas: {
              grafana_folder: folderSchema,
              grafana_team: { version: 0, block: null },
            },
          },
        },
      }),
      expect.stringMatching(/^packages\/provider-grafana: ./) as string,
    ],
  ])("rejects %s and keeps the bindings there are", (_, schema, message) => {
    write("schema.json", schema);
    write("lib/folder/index.js", "// from before");

    expect(generate()).toEqual({ status: 1, stdout: "", stderr: message });
    expect(
      readFileSync(path.join(directory, "lib", "folder", "index.js"), "utf8"),
    ).toBe("// from before");
    expect(existsSync(path.join(directory, "lib", "inputs.sha256"))).toBe(
      false,
    );
    expect(readdirSync(path.join(directory, ".cache"))).toEqual([]);
  });
});
