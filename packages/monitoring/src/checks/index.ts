export { allChecks } from "./all";
export { queriesOf } from "./queries";
export { runChecks } from "./run-checks";
export { stackErrors } from "./stack-checks";
