export declare const operationalDashboard: any;
