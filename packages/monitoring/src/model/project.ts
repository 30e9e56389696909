import type { DataSourceDefinition } from "../data-sources/data-source";
import type { Environment } from "./environment";
import type { MonitoredSystem } from "./monitored-system";
import type { RootNotifications } from "./notifications";
import type { Scope } from "./scope";

/** Who may change in the browser what is deployed. */
export interface ProjectTeam {
  readonly name: string;
  /** @default - no address */
  readonly email?: string;
}

/** All that a repository monitors, and where. What `monitoring.ts` exports as its default. */
export interface Project {
  /** In the order in which people read about them. */
  readonly environments: readonly Environment[];
  readonly systems: readonly MonitoredSystem[];
  /** The top of every environment's routing tree. */
  readonly notifications: RootNotifications;
  /** Datasources that all systems share; each exists where the environment has an address for its uid. */
  readonly dataSources: readonly DataSourceDefinition[];
  readonly team: ProjectTeam;
  /** How the metrics of systems are told apart. @default { label: "system" } */
  readonly scope?: Scope;
  /** Uid of the dashboard that people see first. @default - the first dashboard of the first system that has one */
  readonly homeDashboard?: string;
}
