export { allChecks } from "./all";
export { counts, isSuppressed } from "./finding";
export { environmentMatrix } from "./matrix";
export { queriesOf } from "./queries";
export { runChecks } from "./run-checks";
export { stackErrors } from "./stack-checks";
export { QueryAnswers } from "./query-answer";
export { readRunbooks } from "./read-runbooks";
