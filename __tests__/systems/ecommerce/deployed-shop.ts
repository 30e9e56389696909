import project from "../../../monitoring";
import { deploymentOf } from "monitoring-as-code/deployment";
import { sharedDataSources } from "../../../data-sources";
import { type DeployedSystem, type Environment } from "monitoring-as-code";
import { ecommerce } from "../../../systems/ecommerce";

/** The shop as `environment` deploys it, with the datasources that all systems share and no others. */
export function deployedShop(environment: Environment): DeployedSystem {
  const shared = sharedDataSources.map(({ uid }) => uid);
  const [shop] = deploymentOf(
    {
      ...environment,
      dataSources: Object.fromEntries(
        Object.entries(environment.dataSources).filter(([uid]) =>
          shared.includes(uid),
        ),
      ),
    },
    { ...project, systems: [ecommerce] },
  ).systems;
  if (shop === undefined) throw new Error("the shop is not deployed");
  return shop;
}
