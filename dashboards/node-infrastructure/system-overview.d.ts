/** From what users see down to the hardware: application, containers, operating system, infrastructure. */
export declare const systemOverviewDashboard: any;
