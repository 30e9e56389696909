import { mapAttributes } from "./attributes";
import { withComputedValues } from "./computed-values";
import {
  equal,
  hasUnknown,
  isObject,
  text,
  type ObjectValue,
  type Value,
} from "./cty";
import { readDataSource } from "./data-sources";
import { attributePath, error, type Diagnostic } from "./diagnostic";
import { GrafanaServer } from "./grafana-server";
import { decode, encode } from "./msgpack";
import { planChange } from "./plan";
import type * as protocol from "./protocol";
import { toWire, type Block, type ProviderSchema } from "./schema";
import { organisationProblem, validate } from "./validation";

/** The provider's side of the plugin protocol: one method a call, named like the call. */
export class GrafanaProvider implements protocol.Provider {
  private readonly server = new GrafanaServer();
  private auth = "";

  constructor(private readonly schema: ProviderSchema) {}

  GetSchema(): protocol.SchemaResponse {
    return { ...toWire(this.schema), diagnostics: [] };
  }

  PrepareProviderConfig({
    config,
  }: protocol.ConfigRequest): protocol.PrepareResponse {
    return { prepared_config: config, diagnostics: [] };
  }

  Configure({ config }: protocol.ConfigRequest): protocol.DiagnosticsResponse {
    const { url, auth } = object(config);
    this.auth = text(auth) ?? "";
    const missing = Object.entries({ url, auth }).filter(
      ([, value]) => value === null || value === "",
    );
    return {
      diagnostics: missing.map(([name]) =>
        error("Missing provider argument", `${name} must be set`, [{ name }]),
      ),
    };
  }

  ValidateResourceTypeConfig(
    request: protocol.TypedConfigRequest,
  ): protocol.DiagnosticsResponse {
    const { type_name: type, config } = request;
    return { diagnostics: validate(type, this.resource(type), object(config)) };
  }

  ValidateDataSourceConfig(
    request: protocol.TypedConfigRequest,
  ): protocol.DiagnosticsResponse {
    const { type_name: type, config } = request;
    return {
      diagnostics: validate(type, this.dataSource(type), object(config)),
    };
  }

  /** State goes back byte for byte where it fits: parsing would round large numbers. */
  UpgradeResourceState({
    type_name: type,
    raw_state,
  }: protocol.UpgradeRequest): protocol.UpgradeResponse {
    const state = decode({ json: raw_state.json });
    if (!isObject(state))
      return { upgraded_state: encode(null), diagnostics: [] };
    const fitted = mapAttributes(this.resource(type), state, (value) => value);
    const json = equal(state, fitted)
      ? raw_state.json
      : Buffer.from(JSON.stringify(fitted));
    return { upgraded_state: { json }, diagnostics: [] };
  }

  ReadResource(request: protocol.ReadRequest): protocol.ReadResponse {
    const id = text(object(request.current_state)["id"]) ?? "";
    return {
      new_state: encode(this.server.read(request.type_name, id)),
      private: request.private,
      diagnostics: [],
    };
  }

  PlanResourceChange(request: protocol.PlanRequest): protocol.PlanResponse {
    const { type_name: type, prior_private: planned_private } = request;
    const proposed = decode(request.proposed_new_state);
    const legacy_type_system = this.isLegacy(type);
    const rest = { planned_private, legacy_type_system };
    if (!isObject(proposed)) {
      return {
        planned_state: encode(null),
        requires_replace: [],
        diagnostics: [],
        ...rest,
      };
    }
    const prior = decode(request.prior_state);
    const { planned, replacedBy } = planChange(
      type,
      this.resource(type),
      isObject(prior) ? prior : null,
      proposed,
    );
    return {
      planned_state: encode(planned),
      requires_replace: replacedBy.map((name) => attributePath([{ name }])),
      diagnostics: organisationProblem(object(request.config), this.auth),
      ...rest,
    };
  }

  ApplyResourceChange(request: protocol.ApplyRequest): protocol.ApplyResponse {
    const prior = decode(request.prior_state);
    const { state, diagnostics } = this.apply(
      request.type_name,
      isObject(prior) ? prior : null,
      decode(request.planned_state),
    );
    return {
      new_state: encode(state),
      private: request.planned_private,
      diagnostics,
      legacy_type_system: this.isLegacy(request.type_name),
    };
  }

  ImportResourceState(
    request: protocol.ImportRequest,
  ): protocol.ImportResponse {
    const { type_name, id } = request;
    const found = this.server.findForImport(type_name, id);
    if (found === undefined) {
      return {
        imported_resources: [],
        diagnostics: [error(`[IMPORT ${type_name}] 404 Not Found`, id)],
      };
    }
    return {
      imported_resources: [{ type_name, state: encode(found) }],
      diagnostics: [],
    };
  }

  ReadDataSource(
    request: protocol.TypedConfigRequest,
  ): protocol.DataSourceResponse {
    const { type_name: type, config } = request;
    const wanted = object(config);
    const found = readDataSource(
      this.server,
      type,
      this.dataSource(type),
      wanted,
    );
    return found === undefined
      ? {
          state: encode(null),
          diagnostics: [error(`[READ ${type}] 404 Not Found`, given(wanted))],
        }
      : { state: encode(found), diagnostics: [] };
  }

  Stop(): object {
    return {};
  }

  /** A refused change leaves the prior state, which is null for a create. */
  private apply(
    type: string,
    prior: ObjectValue | null,
    planned: Value,
  ): { state: ObjectValue | null; diagnostics: readonly Diagnostic[] } {
    const outcome = isObject(planned)
      ? this.write(type, prior, planned)
      : this.server.delete(type, prior ?? {});
    return "refused" in outcome
      ? { state: prior, diagnostics: outcome.refused }
      : { state: outcome.object, diagnostics: [] };
  }

  private write(type: string, prior: ObjectValue | null, planned: ObjectValue) {
    const next = withComputedValues(type, this.resource(type), planned, prior);
    if (hasUnknown(next)) {
      throw new Error(`${type}: a value is still unknown after apply`);
    }
    return prior === null
      ? this.server.create(type, next)
      : this.server.update(type, prior, next);
  }

  /**
   * Resources on the older plugin SDK have an id that can be written; Terraform
   * forgives them a state that differs from the plan. The newer framework's
   * ids are read-only, and its resources are held to their plan.
   */
  private isLegacy(type: string): boolean {
    return this.resource(type).attributes?.["id"]?.optional === true;
  }

  private resource(type: string): Block {
    return blockOf(this.schema.resource_schemas, type, "resource");
  }

  private dataSource(type: string): Block {
    return blockOf(this.schema.data_source_schemas, type, "data source");
  }
}

function blockOf(
  schemas: ProviderSchema["resource_schemas"],
  type: string,
  kind: string,
): Block {
  const schema = schemas[type];
  if (schema === undefined) {
    throw new Error(`${kind} ${type}: not in the provider's schema`);
  }
  return schema.block;
}

function object(value: protocol.DynamicValue): ObjectValue {
  const decoded = decode(value);
  return isObject(decoded) ? decoded : {};
}

/** The attributes that the user gave, for a message. */
function given(config: ObjectValue): string {
  return Object.entries(config)
    .filter(
      ([, value]) => typeof value === "string" || typeof value === "number",
    )
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(", ");
}
