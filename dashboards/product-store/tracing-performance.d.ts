export declare const tracingPerformanceDashboard: any;
