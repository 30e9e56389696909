export declare const cassandraDashboard: any;
