export declare const backendDashboard: Dashboard;
