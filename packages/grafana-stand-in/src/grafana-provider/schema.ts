/** Provider schemas as `terraform providers schema -json` writes them, and their form on the wire. */

/** `"string"`, `["set", "string"]`, `["object", { "label": "string" }]`, … */
export type CtyType = string | readonly [string, unknown];

export interface Attribute {
  readonly type: CtyType;
  readonly description?: string;
  readonly description_kind?: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly write_only?: boolean;
  readonly nested_type?: unknown;
}

export type NestingMode = "single" | "list" | "set" | "map" | "group";

export interface NestedBlock {
  readonly nesting_mode: NestingMode;
  readonly block: Block;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
  readonly description?: string;
  readonly description_kind?: string;
  readonly deprecated?: boolean;
}

export interface Schema {
  readonly version: number;
  readonly block: Block;
}

export interface ProviderSchema {
  readonly provider: Schema;
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

/** The content of a schema file: provider address → schema. */
export interface SchemaFile {
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}

interface WireSchema {
  readonly version: number;
  readonly block: object;
}

/** The answer to GetSchema. */
export interface WireProviderSchema {
  readonly provider: WireSchema;
  readonly resource_schemas: Readonly<Record<string, WireSchema>>;
  readonly data_source_schemas: Readonly<Record<string, WireSchema>>;
}

export function toWire(schema: ProviderSchema): WireProviderSchema {
  return {
    provider: wireSchema(schema.provider, "provider"),
    resource_schemas: wireSchemas(schema.resource_schemas),
    data_source_schemas: wireSchemas(schema.data_source_schemas),
  };
}

function wireSchemas(
  schemas: Readonly<Record<string, Schema>>,
): Record<string, WireSchema> {
  return Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => [
      type,
      wireSchema(schema, type),
    ]),
  );
}

function wireSchema({ version, block }: Schema, at: string): WireSchema {
  return { version, block: { version, ...wireBlock(block, at) } };
}

function wireBlock(block: Block, at: string): object {
  return {
    attributes: Object.entries(block.attributes ?? {}).map(
      ([name, attribute]) => wireAttribute(name, attribute, at),
    ),
    block_types: Object.entries(block.block_types ?? {}).map(
      ([type_name, nested]) => ({
        type_name,
        block: wireBlock(nested.block, `${at}.${type_name}`),
        nesting: nested.nesting_mode.toUpperCase(),
        min_items: nested.min_items ?? 0,
        max_items: nested.max_items ?? 0,
      }),
    ),
    ...wireDescription(block),
    deprecated: block.deprecated ?? false,
  };
}

function wireAttribute(name: string, attribute: Attribute, at: string): object {
  if (attribute.nested_type !== undefined) {
    throw new Error(
      `${at}.${name}: nested_type needs plugin protocol 6, this provider speaks 5`,
    );
  }
  return {
    ...attribute,
    name,
    type: Buffer.from(JSON.stringify(attribute.type)),
    ...wireDescription(attribute),
  };
}

function wireDescription(of: {
  readonly description?: string;
  readonly description_kind?: string;
}): object {
  return {
    description: of.description ?? "",
    description_kind: of.description_kind === "markdown" ? "MARKDOWN" : "PLAIN",
  };
}
