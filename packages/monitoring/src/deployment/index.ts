export { deploymentOf, usesCloudSlos } from "./deployment";
export { drawThresholds } from "./draw-thresholds";
export { notificationsOf } from "./notifications";
export { runbookPath } from "./rules";
