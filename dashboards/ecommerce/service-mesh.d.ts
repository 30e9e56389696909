export declare const serviceMeshDashboard: any;
