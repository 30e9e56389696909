export {
  RunningCommand,
  pause,
  runCommand,
  type CommandOptions,
  type CommandResult,
} from "./command";
export {
  classic,
  handMadeIn,
  makeByHand,
  type DeployedFolder,
} from "./grafana-api/hand-made";
export { GrafanaApi } from "./grafana-api/server";
export {
  grafanaReferences,
  selectPath,
  type GrafanaReference,
} from "./grafana-references";
export { findProviderMirror } from "./provider-mirror";
export { scratchFolder } from "./scratch-folder";
export { stackOverride } from "./stack-override";
export { inventVariables, type StackJson } from "./stack-variables";
export { startStandIn, type StandIn, type StandInProps } from "./stand-in";
