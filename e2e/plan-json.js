"use strict";
/** The parts of Terraform's JSON output that the tests read. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.plannedActions = plannedActions;
exports.valuesOf = valuesOf;
/** `address: action` for everything that the plan would do. */
function plannedActions({ resource_changes = [] }) {
  return resource_changes
    .filter(({ change }) => change.actions.some((action) => action !== "no-op"))
    .map(({ address, change }) => `${address}: ${change.actions.join(", ")}`);
}
/** The attributes of a resource in state. */
function valuesOf({ values }, address) {
  const found = values?.root_module.resources?.find(
    (resource) => resource.address === address,
  );
  if (found === undefined) throw new Error(`${address}: not in state`);
  return found.values;
}
//# sourceMappingURL=plan-json.js.map
