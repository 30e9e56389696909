export declare const tracingOverviewDashboard: any;
