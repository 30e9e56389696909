/** What fires now, what fired, and whether anything could: the alerts of all systems. */
export declare const alertOverviewDashboard: any;
