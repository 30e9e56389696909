export { expectRoute } from "./expect-route";
export { templatesUsedBy } from "./integration-problems";
export { inhibitionProblems } from "./inhibition-problems";
export { sortedMatchers } from "./matcher-order";
export {
  definedIn,
  messageTemplateProblems,
} from "./message-template-problems";
export { orderedIntervals } from "./mute-timing-order";
export { muteTimingProblems } from "./mute-timing-problems";
export { notify } from "./notify";
export { notificationProblems } from "./problems";
export { allReceiverProblems, receiverProblems } from "./receiver-problems";
export { depthBelow, flattened, routeLevels } from "./route-depth";
export { routeProblems } from "./route-problems";
export { matchedRoutes } from "./routing-tree";
