export { promisedSha256 } from "./archive";
export { canonicalJson, sha256Of } from "./canonical-json";
export { backupBucketName, backupPrefix } from "./location";
