import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { FolderPermission as GrafanaFolderPermission } from "@cdktf/provider-grafana/lib/folder-permission";
import { Construct } from "constructs";
import { folderProblems } from "monitoring-as-code/dashboards";
import {
  type Dashboard as DashboardModel,
  duplicatesIn,
} from "monitoring-as-code";
import { claimProblems } from "./claims";
import { Dashboard } from "./dashboard";
import { rejectInvalidProps } from "./invalid-props";
import type { Team } from "./team";
import { terraformText } from "./terraform-json";

/** What somebody may do with a folder and all that is in it. */
export type FolderPermission = "View" | "Edit" | "Admin";

export interface DashboardFolderProps {
  /** Fixed, the same in every environment: dashboards, rules and links refer to it. */
  readonly uid: string;
  readonly title: string;
  readonly dashboards: readonly DashboardModel[];
  /** The folder that this one lies in, at most 3 deep. @default - none */
  readonly parent?: DashboardFolder;
  /** What everybody with a role may do. @default - Grafana's: viewers view, editors edit */
  readonly rolePermissions?: Readonly<
    Partial<Record<"Viewer" | "Editor", FolderPermission>>
  >;
  /** What teams may do beyond their roles. @default [] */
  readonly teamPermissions?: readonly {
    readonly team: Team;
    readonly permission: FolderPermission;
  }[];
  /** Whether changes may be saved in the browser. @default false, because the next deploy takes them back */
  readonly editable?: boolean;
  /** Refuses to delete the folder while it holds dashboards or rules. @default true */
  readonly deletionProtection?: boolean;
}

/**
 * Defines one folder of Grafana, puts the given dashboards into it, and says who may do what with them. Permissions replace
 * all that the folder has, those given by hand too; a token whose role is not Admin locks itself out.
 */
export class DashboardFolder extends Construct {
  /** The token for its uid: rules that are given it come after the folder. */
  readonly uid: string;
  /** 1 for a folder that lies in none. */
  readonly depth: number;
  /** In the order in which they were given. */
  readonly dashboards: readonly Dashboard[];

  constructor(scope: Construct, id: string, props: DashboardFolderProps) {
    super(scope, id);
    const { uid, title, parent, editable, deletionProtection = true } = props;
    this.depth = (parent?.depth ?? 0) + 1;
    rejectInvalidProps(this, [
      ...problemsIn(props, this.depth),
      ...claimProblems(this, "folder", [uid]),
    ]);
    const folder = new Folder(this, "folder", {
      uid,
      title: terraformText(title),
      ...(parent === undefined ? {} : { parentFolderUid: parent.uid }),
      preventDestroyIfNotEmpty: deletionProtection,
      // With a new uid the old folder would go first, and take dashboards and rules along that are to move.
      lifecycle: { createBeforeDestroy: true },
    });
    this.uid = folder.uid;
    const dashboards = new Construct(this, "dashboards");
    this.dashboards = props.dashboards.map(
      (dashboard) =>
        new Dashboard(dashboards, dashboard.uid, {
          dashboard,
          folder,
          ...(editable === undefined ? {} : { editable }),
        }),
    );
    this.definePermissions(folder, props);
  }

  private definePermissions(
    folder: Folder,
    { rolePermissions = {}, teamPermissions = [] }: DashboardFolderProps,
  ): void {
    const permissions = [
      ...Object.entries(rolePermissions).map(([role, permission]) => ({
        role,
        permission,
      })),
      ...teamPermissions.map(({ team, permission }) => ({
        teamId: team.teamId,
        permission,
      })),
    ];
    if (permissions.length === 0) return;
    new GrafanaFolderPermission(this, "permissions", {
      folderUid: folder.uid,
      permissions,
    });
  }
}

function problemsIn(
  { uid, title, dashboards, teamPermissions = [] }: DashboardFolderProps,
  depth: number,
): readonly string[] {
  const teams = teamPermissions.map(({ team }) => team.node.path);
  return [
    ...folderProblems(uid, title, depth),
    ...duplicatesIn(dashboards.map((dashboard) => dashboard.uid)).map(
      (dashboard) =>
        `'dashboards' must have a uid of their own, got "${dashboard}" twice`,
    ),
    ...duplicatesIn(teams).map(
      (team) => `'teamPermissions' must name a team once, got ${team} twice`,
    ),
  ];
}
