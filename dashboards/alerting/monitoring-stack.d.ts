/** Whether the monitoring itself works: scraping, evaluating, notifying, showing, and the hosts below. */
export declare const monitoringStackDashboard: any;
