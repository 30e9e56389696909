/** Services that promised nothing themselves, measured by the objective that holds for everybody. */
export declare const servicesWithoutSloDashboard: any;
