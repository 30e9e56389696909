export {
  importAlertmanager,
  importEnvironment,
} from "./alertmanager/import-alertmanager";
export { newestVersion } from "./alertmanager/newest-version";
export { importAsset } from "./import-asset";
