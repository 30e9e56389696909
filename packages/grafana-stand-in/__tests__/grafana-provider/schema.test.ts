import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  toWire,
  type ProviderSchema,
  type SchemaFile,
} from "../../src/grafana-provider/schema";

const empty = { version: 0, block: {} };

function provider(
  attributes: object,
  block_types: object = {},
): ProviderSchema {
  return {
    provider: empty,
    resource_schemas: {
      thing: { version: 2, block: { attributes, block_types } as never },
    },
    data_source_schemas: {},
  };
}

test("a type goes out as the bytes of its JSON", () => {
  const wire = toWire(
    provider({
      tags: {
        type: ["set", "string"],
        optional: true,
        description_kind: "markdown",
      },
    }),
  );
  expect(wire.resource_schemas["thing"]).toMatchObject({
    version: 2,
    block: {
      version: 2,
      attributes: [
        {
          name: "tags",
          type: Buffer.from('["set","string"]'),
          optional: true,
          description_kind: "MARKDOWN",
        },
      ],
    },
  });
});

test("a nested block keeps its nesting and its limits", () => {
  const wire = toWire(
    provider({}, { rule: { nesting_mode: "list", min_items: 1, block: {} } }),
  );
  expect(wire.resource_schemas["thing"]).toMatchObject({
    block: {
      block_types: [
        { type_name: "rule", nesting: "LIST", min_items: 1, max_items: 0 },
      ],
    },
  });
});

test("rejects a nested attribute type, which protocol 5 does not have", () => {
  expect(() => toWire(provider({ spec: { nested_type: {} } }))).toThrow(
    "thing.spec: nested_type needs plugin protocol 6, this provider speaks 5",
  );
});

test("the schema of the bindings converts whole", () => {
  const file = join(__dirname, "../../../provider-grafana/schema.json");
  const { provider_schemas } = JSON.parse(
    readFileSync(file, "utf8"),
  ) as SchemaFile;
  const [schema] = Object.values(provider_schemas);
  const wire = toWire(schema!);
  expect(Object.keys(wire.resource_schemas)).toEqual(
    Object.keys(schema!.resource_schemas),
  );
});
