export declare const userDashboard: Dashboard;
