/** The messages of tfplugin5.proto, as the stand-in receives and answers them. */
import type { AttributePath, Diagnostic } from "./diagnostic";
import type { DynamicValue } from "./msgpack";
import type { WireProviderSchema } from "./schema";

export type { DynamicValue };

export interface DiagnosticsResponse {
  readonly diagnostics: readonly Diagnostic[];
}

export type SchemaResponse = WireProviderSchema & DiagnosticsResponse;

export interface ConfigRequest {
  readonly config: DynamicValue;
}

export interface TypedConfigRequest extends ConfigRequest {
  readonly type_name: string;
}

export interface PrepareResponse extends DiagnosticsResponse {
  readonly prepared_config: DynamicValue;
}

export interface UpgradeRequest {
  readonly type_name: string;
  readonly raw_state: { readonly json: Uint8Array };
}

export interface UpgradeResponse extends DiagnosticsResponse {
  readonly upgraded_state: DynamicValue;
}

export interface ReadRequest {
  readonly type_name: string;
  readonly current_state: DynamicValue;
  readonly private: Uint8Array;
}

export interface ReadResponse extends DiagnosticsResponse {
  readonly new_state: DynamicValue;
  readonly private: Uint8Array;
}

export interface PlanRequest extends TypedConfigRequest {
  readonly prior_state: DynamicValue;
  readonly proposed_new_state: DynamicValue;
  readonly prior_private: Uint8Array;
}

export interface PlanResponse extends DiagnosticsResponse {
  readonly planned_state: DynamicValue;
  readonly requires_replace: readonly AttributePath[];
  readonly planned_private: Uint8Array;
  readonly legacy_type_system: boolean;
}

export interface ApplyRequest {
  readonly type_name: string;
  readonly prior_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly planned_private: Uint8Array;
}

export interface ApplyResponse extends DiagnosticsResponse {
  readonly new_state: DynamicValue;
  readonly private: Uint8Array;
  readonly legacy_type_system: boolean;
}

export interface ImportRequest {
  readonly type_name: string;
  readonly id: string;
}

export interface ImportResponse extends DiagnosticsResponse {
  readonly imported_resources: readonly {
    readonly type_name: string;
    readonly state: DynamicValue;
  }[];
}

export interface DataSourceResponse extends DiagnosticsResponse {
  readonly state: DynamicValue;
}

/** The calls that Terraform makes. */
export interface Provider {
  GetSchema(): SchemaResponse;
  PrepareProviderConfig(request: ConfigRequest): PrepareResponse;
  Configure(request: ConfigRequest): DiagnosticsResponse;
  ValidateResourceTypeConfig(request: TypedConfigRequest): DiagnosticsResponse;
  ValidateDataSourceConfig(request: TypedConfigRequest): DiagnosticsResponse;
  UpgradeResourceState(request: UpgradeRequest): UpgradeResponse;
  ReadResource(request: ReadRequest): ReadResponse;
  PlanResourceChange(request: PlanRequest): PlanResponse;
  ApplyResourceChange(request: ApplyRequest): ApplyResponse;
  ImportResourceState(request: ImportRequest): ImportResponse;
  ReadDataSource(request: TypedConfigRequest): DataSourceResponse;
  Stop(): object;
}
