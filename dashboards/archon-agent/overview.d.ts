export declare const overviewDashboard: any;
