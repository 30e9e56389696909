export declare const slaDashboard: any;
