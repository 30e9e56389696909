import { defineProject } from "monitoring-as-code";
import { dataSources } from "./data-sources";
import { environments } from "./environments";
import { rootNotifications } from "./notifications";
import { systems } from "./systems";

/** A made-up company: what the engine's tests work on where they need a whole project. */
export default defineProject({
  environments,
  systems,
  notifications: rootNotifications,
  dataSources,
  team: { name: "Operations", email: "operations@example.com" },
  homeDashboard: "shop-overview",
});
