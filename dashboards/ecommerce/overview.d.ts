/** Selects the shop's services in Tempo's service graph. */
export declare const shopServices =
  '{server=~"frontend|api-gateway|payment-service|inventory-service"}';
export declare const overviewDashboard: any;
