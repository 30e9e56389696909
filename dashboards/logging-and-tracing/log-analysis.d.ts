export declare const logAnalysisDashboard: any;
