export {
  problemsInAlertGroup,
  sameTitlesSince,
  warningsInAlertGroup,
} from "./alert-group-problems";
export { grafanaAnnotation, queryRef } from "./grafana-annotation";
export {
  alertNodes,
  conditionRef,
  queryNode,
  type RuleNode,
} from "./grafana-query";
export {
  problemsInGrafanaSlo,
  warningsInGrafanaSlo,
} from "./grafana-slo-problems";
export { objectiveFraction, successRatio } from "./grafana-slo-query";
export {
  problemsInRecordingGroup,
  recordingTitle,
} from "./recording-group-problems";
