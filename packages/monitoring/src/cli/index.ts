export { deploymentNamed, environmentNamed } from "./environment-argument";
export { importAsset } from "./import-command";
export type { ObjectStore } from "./object-store";
export { QueryAnswers } from "./query-answer";
export { readRunbooks } from "./read-runbooks";
export { review } from "./review-command";
export { s3Store } from "./s3-store";
export { slo } from "./slo-command";
