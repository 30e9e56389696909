export type { AnalysisReport } from "./report";
