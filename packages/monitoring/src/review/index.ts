export { parsePlan } from "./parse-plan";
export { markdown } from "./render/markdown";
export { review } from "./review";
