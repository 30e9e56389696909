export declare const loadTestDashboard: any;
