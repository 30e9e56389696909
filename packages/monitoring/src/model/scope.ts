import { systemLabel } from "./labels";

/**
 * How the metrics of a system are told from those of others: by a label of its targets whose value is the system's id, or
 * not at all. Without one, SLOs of two systems need ids of their own: their recorded series differ in nothing else.
 */
export type Scope = { readonly label: string } | "none";

/** The label that targets carry; `undefined` where none tells systems apart. */
export function scopeLabel(
  scope: Scope = { label: systemLabel },
): string | undefined {
  return scope === "none" ? undefined : scope.label;
}

/** What every query of a system matches; `undefined` where it sees all series. */
export function systemScope(
  system: { readonly id: string; readonly observes?: "own" | "all" },
  scope: Scope | undefined,
): { readonly label: string; readonly value: string } | undefined {
  const label = scopeLabel(scope);
  return label === undefined || system.observes === "all"
    ? undefined
    : { label, value: system.id };
}
