import { Dashboard as GrafanaDashboard } from "@cdktf/provider-grafana/lib/dashboard";
import type { Folder } from "@cdktf/provider-grafana/lib/folder";
import { Construct } from "constructs";
import {
  dashboardConfig,
  dashboardProblems,
} from "monitoring-as-code/dashboards";
import type { Dashboard as DashboardModel } from "monitoring-as-code";
import { claimProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { terraformJson } from "./terraform-json";

export interface DashboardProps {
  /** A classic dashboard of schema version 42, the same in every environment. */
  readonly dashboard: DashboardModel;
  /** Where it is kept; its uid must be a fixed one. */
  readonly folder: Folder;
  /** Whether changes may be saved in the browser. @default false, because the next deploy takes them back */
  readonly editable?: boolean;
}

/** Defines one dashboard of Grafana. */
export class Dashboard extends Construct {
  /** The token for its uid, for whatever must exist after it. */
  readonly uid: string;

  constructor(
    scope: Construct,
    id: string,
    { dashboard, folder, editable = false }: DashboardProps,
  ) {
    super(scope, id);
    const folderUid = folder.uidInput;
    rejectInvalidProps(this, [
      ...problemsOf(dashboard),
      ...claimProblems(this, "dashboard", [dashboard.uid]),
      ...(folderUid === undefined
        ? ["'folder' must have a fixed uid, got one that Grafana chooses"]
        : []),
    ]);
    const resource = new GrafanaDashboard(this, "dashboard", {
      folder: folder.uid,
      configJson: this.jsonOf(dashboard, folderUid ?? "", editable),
    });
    resource.overrideLogicalId(addressOf(dashboard.uid));
    this.uid = resource.uid;
  }

  private jsonOf(
    dashboard: DashboardModel,
    folderUid: string,
    editable: boolean,
  ): string {
    const written = writtenOf(dashboard);
    const key = `${folderUid} ${editable}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    try {
      const json = terraformJson(
        dashboardConfig(dashboard, { folderUid, editable }),
      );
      written.set(key, json);
      return json;
    } catch (error) {
      throw new Error(`${this.node.path}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}

/** A dashboard is the same in every environment: it is examined and written once. */
const examined = new WeakMap<DashboardModel, readonly string[]>();
const written = new WeakMap<DashboardModel, Map<string, string>>();

function problemsOf(dashboard: DashboardModel): readonly string[] {
  const problems = examined.get(dashboard) ?? dashboardProblems(dashboard);
  examined.set(dashboard, problems);
  return problems;
}

function writtenOf(dashboard: DashboardModel): Map<string, string> {
  const texts = written.get(dashboard) ?? new Map<string, string>();
  written.set(dashboard, texts);
  return texts;
}

/**
 * The address of a dashboard comes from its uid, not from the folder that it lies in: moved to another folder, it would
 * otherwise be deleted and defined anew under the same uid, in an order that nobody knows.
 */
function addressOf(uid: string): string {
  // Names in Terraform start with a letter or an underscore.
  return /^[a-zA-Z]/.test(uid) ? uid : `_${uid}`;
}
