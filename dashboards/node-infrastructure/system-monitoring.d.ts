/** Where everybody starts, and where the alerts on hosts lead. */
export declare const systemMonitoringDashboard: any;
