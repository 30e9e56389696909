/** The colours of the levels, wherever lines are told apart by them. */
export declare const levelColors: any[];
export declare const logsOverviewDashboard: any;
