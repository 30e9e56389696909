import { deploymentOf } from "../../../lib/deployment/deployment";
import { sharedDataSources } from "../../../lib/deployment/data-sources";
import type { DeployedSystem } from "../../../lib/model/deployment";
import type { Environment } from "../../../lib/model/environment";
import { rootNotifications } from "../../../notifications";
import { ecommerce } from "../../../systems/ecommerce";

/** The shop as `environment` deploys it, with the datasources that all systems share and no others. */
export function deployedShop(environment: Environment): DeployedSystem {
  const shared = sharedDataSources(environment).map(({ uid }) => uid);
  const [shop] = deploymentOf(
    {
      ...environment,
      dataSources: Object.fromEntries(
        Object.entries(environment.dataSources).filter(([uid]) =>
          shared.includes(uid),
        ),
      ),
    },
    [ecommerce],
    rootNotifications,
  ).systems;
  if (shop === undefined) throw new Error("the shop is not deployed");
  return shop;
}
