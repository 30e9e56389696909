export { compositeObjective, type JourneyStep } from "./composite";
export {
  burnPanelKey,
  burnPanelOf,
  sloDashboardUid,
} from "./dashboard-reference";
export { decimal } from "./decimal";
export { eventUnit } from "./event-count";
export { expandSlo } from "./expand";
export {
  journeyLabel,
  journeyRecord,
  stepLabel,
  stepName,
  stepRecord,
} from "./journey";
export {
  errorRatioRecord,
  groupNames,
  records,
  seriesOf,
  sloLabel,
  tierLabel,
} from "./names";
export { budgetLevels, escalationBelow } from "./policy";
export { promtoolTests } from "./promtool-tests";
export type { SampleSeries } from "./sample-series";
export { badQuery, leMatcher, sliQueries, windowVariable } from "./sli-query";
export {
  builtInTiers,
  tiersOf,
  windowName,
  withSupportedPeriod,
} from "./windows";
