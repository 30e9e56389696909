export {
  alertmanagerConfig,
  type AlertmanagerConfig,
  type AlertmanagerVersion,
} from "./config";
export { matcherConfig } from "./matcher-config";
