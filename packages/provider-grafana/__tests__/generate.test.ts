import { address, BindingsGenerator, schemaWith } from "./bindings-generator";

let generator: BindingsGenerator;

beforeEach(() => {
  generator = new BindingsGenerator();
});
afterEach(() => generator.remove());

/** What it writes from a schema that is right is proven by `e2e/bindings.test.ts` and by `npm ci`. */
describe("npm run bindings", () => {
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
  ])("rejects %s and keeps the bindings there are", (_, schema, message) => {
    generator.write("schema.json", schema);
    generator.write("lib/folder/index.js", "// from before");

    expect(generator.run()).toEqual({ status: 1, stdout: "", stderr: message });
    expect(generator.read("lib/folder/index.js")).toBe("// from before");
    expect(generator.list("lib")).toEqual(["folder"]);
    expect(generator.list(".cache")).toEqual([]);
  });
});
