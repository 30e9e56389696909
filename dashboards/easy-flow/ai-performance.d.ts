/** The promise is kept at exactly 2.0 s, and a threshold colours from its value on. */
export declare const justAboveTwoSeconds = 2.001;
export declare const aiDashboard: any;
