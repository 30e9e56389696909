export { parseOutputs } from "./parse-outputs";
export { parsePlan } from "./parse-plan";
export { markdown } from "./render/markdown";
export { review } from "./review";
export { policyTree } from "./routing/policy-tree";
export { matchRules } from "./rules/match-rules";
