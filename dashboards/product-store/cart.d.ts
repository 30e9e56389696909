export declare const cartDashboard: Dashboard;
