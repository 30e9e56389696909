import {
  TerraformOutput,
  TerraformStack,
  type ITerraformDependable,
} from "cdktf";
import { Construct } from "constructs";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { stackErrors } from "monitoring-as-code/checks";
import { homeDashboardProblems } from "monitoring-as-code/dashboards";
import { usesCloudSlos } from "monitoring-as-code/deployment";
import { type Deployment, type Secret } from "monitoring-as-code";
import { uidOfKind } from "monitoring-as-code/data-sources";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { defineAwsProvider } from "./aws-provider";
import { defineBackend } from "./backends";
import type { Dashboard } from "./dashboard";
import { DataSources } from "./data-sources";
import { defineGrafanaProvider } from "./grafana-provider";
import { rejectInvalidProps } from "./invalid-props";
import { NotificationRouting } from "./notification-routing";
import { OrganizationPreferences } from "./organization-preferences";
import { Secrets } from "./secrets";
import { ServiceAccount } from "./service-account";
import { Storage } from "./storage";
import { SystemMonitoring } from "./system-monitoring";
import { Team } from "./team";

export interface MonitoringStackProps {
  /** All that the environment is. */
  readonly deployment: Deployment;
}

/** Defines one environment: all that people look at in its Grafana, all that wakes them up, and the storage behind it. */
export class MonitoringStack extends TerraformStack {
  private readonly dataSources: DataSources;
  private readonly dashboards: readonly Dashboard[];
  private readonly automation: ServiceAccount;

  constructor(
    scope: Construct,
    id: string,
    { deployment }: MonitoringStackProps,
  ) {
    super(scope, id);
    const { environment, dataSources, notifications, team, homeDashboard } =
      deployment;
    const { url, auth, version, theme, timezone } = environment.grafana;
    const variables = new Secrets(this, "secrets");
    const secrets = (secret: Secret): string => variables.for(secret);

    defineBackend(this, environment.name, environment.state);
    defineGrafanaProvider(this, { url, auth, secrets });
    this.dataSources = new DataSources(this, "data-sources", {
      dataSources,
      secrets,
    });
    const routing = new NotificationRouting(this, "notifications", {
      notifications,
      secrets,
      grafanaVersion: version,
    });
    this.dashboards = this.defineSystems(
      deployment,
      new Team(this, "team", team),
      [...this.dataSources.resources, ...routing.resources],
    ).flatMap(({ folder }) => folder.dashboards);
    rejectInvalidProps(this, homeDashboardProblems(deployment));
    new OrganizationPreferences(this, "preferences", {
      theme,
      timezone,
      homeDashboard: this.dashboardOf(homeDashboard),
    });
    this.automation = new ServiceAccount(this, "automation", {
      name: "automation",
      role: "Editor",
    });
    this.defineStorage(deployment);
    this.defineOutputs(url);
    this.node.addValidation({ validate: () => [...stackErrors(deployment)] });
  }

  private defineSystems(
    { environment, systems, dataSources, scope: metrics }: Deployment,
    team: Team,
    ruleDependencies: readonly ITerraformDependable[],
  ): readonly SystemMonitoring[] {
    const { grafana, alerting, deletionProtection } = environment;
    const lokiUid = uidOfKind(dataSources, "loki");
    const scope = new Construct(this, "systems");
    return systems.map(
      (system) =>
        new SystemMonitoring(scope, system.id, {
          system,
          team,
          prometheusUid: uidOfKind(dataSources, "prometheus") ?? "",
          ...(lokiUid === undefined ? {} : { lokiUid }),
          grafanaVersion: grafana.version,
          evaluation: alerting.evaluator === "grafana",
          cloudSlos: usesCloudSlos(environment),
          ...(metrics === undefined ? {} : { scope: metrics }),
          ruleDependencies,
          deletionProtection,
        }),
    );
  }

  private dashboardOf(uid: string | undefined): Dashboard | undefined {
    if (uid === undefined) return this.dashboards[0];
    return this.dashboards.find(({ node }) => node.id === uid);
  }

  private defineStorage(deployment: Deployment): void {
    const { environment, notifications } = deployment;
    const { name, label, storage, deletionProtection } = environment;
    if (storage === undefined) return;
    defineAwsProvider(this, "aws", {
      region: storage.region,
      tags: { environment: label },
    });
    new Storage(this, "storage", {
      settings: storage,
      environment: name,
      artefacts: {
        prometheus: ruleFiles(deployment),
        alertmanager: alertmanagerConfig(notifications, environment).files,
      },
      deletionProtection,
    });
  }

  private defineOutputs(grafanaUrl: string): void {
    for (const kind of ["prometheus", "loki"] as const) {
      const uid = this.dataSources.uidOf(kind);
      if (uid !== undefined)
        new TerraformOutput(this, `${kind}_datasource_uid`, {
          value: uid,
          description: `uid of the datasource ${kind}`,
        });
    }
    new TerraformOutput(this, "automation_token", {
      value: this.automation.token,
      sensitive: true,
      description: "token of the service account automation",
    });
    new TerraformOutput(this, "dashboard_urls", {
      value: Object.fromEntries(
        this.dashboards.map(({ node, uid }) => [
          node.id,
          `${grafanaUrl.replace(/\/$/, "")}/d/${uid}`,
        ]),
      ),
      description: "addresses of the dashboards, by uid",
    });
  }
}
