export { checkPromql } from "./check";
export { parsePromql } from "./parse";
export { scopeToSystem } from "./scope";
export { metricNamesOf, selectorsOf } from "./selectors";
export { checkSemantics } from "./semantics/check-semantics";
