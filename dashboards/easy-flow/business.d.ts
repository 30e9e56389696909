export declare const businessDashboard: any;
