import type {
  DeployedAlert,
  DeployedSystem,
  Deployment,
} from "../../../src/model/deployment";
import type { Environment } from "../../../src/model/environment";
import type { ScrapeJob } from "../../../src/model/metric";
import { shop } from "../../notifications/notifications-fixture";

/** An alert of the system `shop`. */
export function alert(
  name: string,
  changes: Partial<DeployedAlert> = {},
): DeployedAlert {
  return {
    alert: name,
    uid: `shop-${name.toLowerCase()}`,
    expr: 'rate(errors_total{system="shop"}[5m])',
    severity: "critical",
    team: "backend",
    labels: { team: "backend", severity: "critical", system: "shop" },
    summary: "Errors",
    description: "{{ $value | humanizePercentage }}",
    annotations: {
      summary: "Errors",
      description: "{{ $value | humanizePercentage }}",
    },
    ...changes,
  };
}

/** A system with what rules and scraping need of it. */
export function system(
  id: string,
  changes: Partial<DeployedSystem> = {},
  jobs: readonly ScrapeJob[] = [],
): DeployedSystem {
  return {
    id,
    title: id,
    source: {
      id,
      title: id,
      description: id,
      jobs,
      metrics: [],
      exporters: [],
      dashboards: [],
      alertGroups: [],
      recordingGroups: [],
      slos: [],
    },
    dashboards: [],
    alertGroups: [],
    recordingGroups: [],
    slos: [],
    ...changes,
  };
}

export function deployment(
  environment: Environment,
  systems: readonly DeployedSystem[],
): Deployment {
  return {
    environment,
    team: { name: "Team" },
    dataSources: [],
    definedDataSources: [],
    systems,
    notifications: shop,
  };
}
