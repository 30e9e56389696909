export declare const nginxDashboard: any;
