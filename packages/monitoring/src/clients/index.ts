export type { ObjectStore } from "./object-store";
export { s3Store } from "./s3-store";
