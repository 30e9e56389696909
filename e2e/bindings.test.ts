import {
  address,
  BindingsGenerator,
  folderSchema,
  schemaWith,
} from "../packages/provider-grafana/__tests__/bindings-generator";

let generator: BindingsGenerator;

beforeEach(() => {
  generator = new BindingsGenerator();
});
afterEach(() => generator.remove());

describe("npm run bindings", () => {
  test("writes a folder a resource, replaces bindings of other inputs, and then rests", () => {
    generator.write("schema.json", schemaWith());
    generator.write("lib/removed-resource/index.js", "");
    generator.write("lib/inputs.sha256", "hash of other inputs");

    expect(generator.run()).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^generated the bindings of grafana in [\d.]+ s\n$/,
      ) as string,
      stderr: "",
    });
    expect(generator.list("lib")).toEqual([
      "folder",
      "inputs.sha256",
      "provider",
    ]);
    expect(generator.list("lib/folder")).toEqual(["index.d.ts", "index.js"]);
    expect(generator.list(".cache")).toEqual([]);

    expect(generator.run()).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("rejects a schema that breaks the generator half-way, and keeps the bindings there are", () => {
    generator.write(
      "schema.json",
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
    );
    generator.write("lib/folder/index.js", "// from before");

    expect(generator.run()).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^packages\/provider-grafana: ./) as string,
    });
    expect(generator.read("lib/folder/index.js")).toBe("// from before");
    expect(generator.list("lib")).toEqual(["folder"]);
    expect(generator.list(".cache")).toEqual([]);
  });
});
