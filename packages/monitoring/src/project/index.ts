export { findProject } from "./load-project";
export { OpenProject } from "./open-project";
