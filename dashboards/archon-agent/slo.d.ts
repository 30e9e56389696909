export declare const sloDashboard: any;
