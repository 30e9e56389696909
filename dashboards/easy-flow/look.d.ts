import { type Mappings } from "monitoring-as-code/dashboards";
/** What all dashboards of the system share; their SQL asks the analytics database. */
export declare const look: {
  readonly system: "easy-flow";
  readonly dataSources: {
    readonly sql: {
      readonly uid: "easy-flow-analytics";
      readonly name: "Easy Flow Analytics";
    };
  };
};
/** States of a probe or target. */
export declare const upOrDown: Mappings;
/** Without `allValue`: SQL needs the list of values. */
export declare const platformVariable: any;
export declare const serviceVariable: any;
