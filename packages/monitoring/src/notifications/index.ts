export { expectRoute } from "./expect-route";
export { problemsInInhibitions } from "./grafana-inhibition-problems";
export { templatesUsedBy } from "./grafana-integration-problems";
export { sortedMatchers } from "./grafana-matcher-problems";
export {
  problemsInReceiver,
  problemsInReceivers,
} from "./grafana-receiver-problems";
export { problemsInRouteTree, routeLevels } from "./grafana-route-problems";
export {
  definedIn,
  problemsInMessageTemplates,
} from "./message-template-problems";
export { orderedIntervals } from "./mute-timing-order";
export { problemsInMuteTimings } from "./mute-timing-problems";
export { notify } from "./notify";
export { problemsIn } from "./problems";
export { depthBelow, flattened } from "./route-depth";
export { matchedRoutes } from "./routing-tree";
