/** Rate and errors of every application, whatever it is written in. */
export declare const applicationMetrics: any;
