export { jsonDataOf, pluginIds } from "./data-source-json";
export { dataSourceProblems } from "./data-source-problems";
