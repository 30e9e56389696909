/** The parts of Terraform's JSON output that the tests read. */
export interface ResourceValues {
  readonly address: string;
  readonly type: string;
  readonly mode?: "managed" | "data";
  readonly values: Readonly<Record<string, unknown>>;
}
export interface ModuleValues {
  readonly resources?: readonly ResourceValues[];
}
/** `terraform show -json` */
export interface StateJson {
  readonly values?: {
    readonly root_module: ModuleValues;
  };
}
export type Action = "no-op" | "create" | "read" | "update" | "delete";
/** An argument in the configuration: a constant, or the addresses it refers to; blocks are nested. */
export interface Expression {
  readonly constant_value?: unknown;
  readonly references?: readonly string[];
  readonly [block: string]: unknown;
}
export interface ConfiguredResource {
  readonly address: string;
  readonly type: string;
  readonly expressions?: Expression;
  readonly depends_on?: readonly string[];
}
/** `terraform show -json <plan>` */
export interface PlanJson {
  readonly planned_values: {
    readonly root_module: ModuleValues;
  };
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly type: string;
    readonly change: {
      readonly actions: readonly Action[];
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
  readonly configuration: {
    readonly root_module: {
      readonly resources?: readonly ConfiguredResource[];
    };
  };
}
/** `address: action` for everything that the plan would do. */
export declare function plannedActions({
  resource_changes,
}: PlanJson): string[];
/** The attributes of a resource in state. */
export declare function valuesOf(
  { values }: StateJson,
  address: string,
): Readonly<Record<string, unknown>>;
