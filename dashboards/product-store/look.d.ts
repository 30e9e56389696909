/** What the dashboards of the shop have in common: they are refreshed as often as the services are scraped. */
export declare const look: DashboardProps;
