export declare const jaegerDashboard: any;
