import { defineProject } from "monitoring-as-code";
import { sharedDataSources } from "./data-sources";
import { environments } from "./environments";
import { rootNotifications } from "./notifications";
import { systems } from "./systems";

export default defineProject({
  environments,
  systems,
  notifications: rootNotifications,
  dataSources: sharedDataSources,
  team: { name: "Platform Team", email: "platform@example.com" },
});
