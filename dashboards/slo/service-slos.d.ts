/** The SLOs of API, database and queue on one screen, for the review of the week. */
export declare const serviceSlosDashboard: any;
