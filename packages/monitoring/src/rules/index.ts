export { alertGroupProblems, sameTitlesSince } from "./alert-group-problems";
export { grafanaAnnotation, queryRef } from "./grafana-annotation";
export {
  alertNodes,
  conditionRef,
  queryNode,
  type RuleNode,
} from "./grafana-query";
export { grafanaSloProblems } from "./grafana-slo-problems";
export { objectiveFraction, successRatio } from "./grafana-slo-query";
export {
  recordingGroupProblems,
  recordingTitle,
} from "./recording-group-problems";
export { groupNameProblems } from "./system-rule-problems";
