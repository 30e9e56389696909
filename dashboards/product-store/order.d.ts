export declare const orderDashboard: Dashboard;
