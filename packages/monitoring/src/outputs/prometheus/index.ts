export { ruleFiles } from "./rule-files";
export { scrapeConfig } from "./scrape-config";
