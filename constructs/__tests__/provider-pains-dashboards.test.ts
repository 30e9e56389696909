import { Dashboard as GrafanaDashboard } from "@cdktf/provider-grafana/lib/dashboard";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { Testing, type TerraformStack } from "cdktf";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Annotation } from "../src/annotation";
import { Dashboard } from "../src/dashboard";
import { DashboardFolder } from "../src/dashboard-folder";
import { DataSources } from "../src/data-sources";
import { MonitoringStack } from "../src/monitoring-stack";
import { Playlist } from "../src/playlist";
import { Team } from "../src/team";
import { type DataSource, type Environment, secret } from "monitoring-as-code";
import { classicDashboard, panel } from "./classic-dashboard";
import { shop, storage, testDeployment } from "./test-deployment";
import {
  jsonOf,
  onlyResourceIn,
  resourcesIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

const prometheus: DataSource = {
  kind: "prometheus",
  uid: "prometheus",
  name: "Prometheus",
  url: "http://prometheus:9090",
  isDefault: true,
  scrapeInterval: "15s",
};
const loki: DataSource = {
  kind: "loki",
  uid: "loki",
  name: "Loki",
  url: "http://loki:3100",
  derivedFields: [],
};

function stackJson(changes: Partial<Environment> = {}): string {
  return Testing.synth(
    new MonitoringStack(Testing.app(), "test", {
      deployment: testDeployment(changes),
    }),
    true,
  );
}

function folderJson(uid: string, dashboards = [classicDashboard()]): string {
  return synthesizedGrafana((stack) => {
    new DashboardFolder(stack, "folder", { uid, title: "Shop", dashboards });
  });
}

function configOf(json: string): Record<string, unknown> {
  return jsonOf(
    onlyResourceIn(json, "grafana_dashboard")["config_json"],
  ) as Record<string, unknown>;
}

function defining(define: (stack: TerraformStack) => void): () => void {
  return () => define(testStack());
}

function dashboardOf(
  stack: TerraformStack,
  fields: Readonly<Record<string, unknown>>,
  uid?: string,
): Dashboard {
  return new Dashboard(stack, "dashboard", {
    dashboard: classicDashboard(fields, uid),
    folder: new Folder(stack, "folder", { title: "Shop", uid: "shop" }),
  });
}

function dataSourcesOf(...dataSources: readonly DataSource[]): () => void {
  return defining(
    (stack) =>
      new DataSources(stack, "data-sources", {
        dataSources,
        secrets: ({ secret: name }) => `\${var.${name}}`,
      }),
  );
}

/** Modules of the bindings that any construct imports. */
function importedBindings(): readonly string[] {
  const folder = join(__dirname, "../../constructs");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [
        ...readFileSync(join(folder, file), "utf8").matchAll(
          /@cdktf\/provider-grafana\/lib\/([\w-]+)/g,
        ),
      ].map(([, module]) => module ?? ""),
    );
}

interface Remedy {
  /** Number in the list of known pains, or the kind of behaviour that was reproduced with the provider. */
  readonly pain: string;
  readonly remedy: string;
  readonly prove: () => void;
}

const remedies: readonly Remedy[] = [
  {
    pain: "14, conflicts of parallel writers",
    remedy: "the provider retries what two writers cause",
    prove: () => {
      const { provider } = JSON.parse(stackJson()) as {
        provider: { grafana: Record<string, unknown>[] };
      };
      expect(provider.grafana[0]).toMatchObject({
        retries: 5,
        retry_wait: 2,
        retry_status_codes: expect.arrayContaining(["409", "412"]) as string[],
      });
    },
  },
  {
    pain: "14, conflicts of parallel writers",
    remedy: "a refused rule is not retried, which would only take longer",
    prove: () => {
      const { provider } = JSON.parse(stackJson()) as {
        provider: { grafana: { retry_status_codes: string[] }[] };
      };
      const codes = provider.grafana[0]?.retry_status_codes ?? [];
      expect(codes).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(500|5xx|400)$/)]),
      );
    },
  },
  {
    pain: "15, dashboards without uid",
    remedy: "a dashboard without uid is refused",
    prove: () =>
      expect(
        defining((stack) => dashboardOf(stack, { uid: undefined })),
      ).toThrow(/'uid' must be that of the model/),
  },
  {
    pain: "15, dashboards without uid",
    remedy: "an empty uid, replaced at each apply, is refused",
    prove: () =>
      expect(defining((stack) => dashboardOf(stack, {}, ""))).toThrow(
        /'uid' must be at most 40 letters/,
      ),
  },
  {
    pain: "15, dashboards without uid",
    remedy: "one uid in two folders of a stack is refused",
    prove: () =>
      expect(
        defining((stack) => {
          for (const uid of ["a", "b"])
            new DashboardFolder(stack, uid, {
              uid,
              title: uid,
              dashboards: [classicDashboard()],
            });
        }),
      ).toThrow(
        new Error(
          `test/b/dashboards/shop-overview: dashboard "shop-overview" must be defined once, got another at test/a/dashboards/shop-overview`,
        ),
      ),
  },
  {
    pain: "15, dashboards without uid",
    remedy:
      "uids and JSON hold nothing of the environment, so links hold everywhere",
    prove: () => {
      const dashboardsOf = (json: string): unknown =>
        resourcesIn(json, "grafana_dashboard");
      expect(
        dashboardsOf(stackJson({ name: "prod", label: "production", storage })),
      ).toEqual(dashboardsOf(stackJson({ name: "dev", label: "development" })));
    },
  },
  {
    pain: "16, lost panel ids",
    remedy: "moving a dashboard to another folder changes its JSON too",
    prove: () =>
      expect(configOf(folderJson("a"))).not.toEqual(configOf(folderJson("b"))),
  },
  {
    pain: "16, lost panel ids",
    remedy: "ids of panels stay in the JSON",
    prove: () =>
      expect(configOf(folderJson("a"))).toMatchObject({ panels: [{ id: 1 }] }),
  },
  {
    pain: "16, lost panel ids",
    remedy: "an alert's link needs no attribute of the dashboard resource",
    prove: () => {
      const groups = resourcesIn(stackJson(), "grafana_rule_group");
      expect(Object.keys(groups)).toHaveLength(2);
      expect(JSON.stringify(groups)).not.toContain("grafana_dashboard.");
    },
  },
  {
    pain: "17, drift from other shapes",
    remedy: "a manifest of Kubernetes is refused",
    prove: () =>
      expect(
        defining((stack) =>
          dashboardOf(stack, { apiVersion: "v2", kind: "Dashboard", spec: {} }),
        ),
      ).toThrow(/must be a classic dashboard, got a manifest/),
  },
  {
    pain: "17, drift from other shapes",
    remedy: "a schema version that Grafana would rewrite is refused",
    prove: () =>
      expect(
        defining((stack) => dashboardOf(stack, { schemaVersion: 41 })),
      ).toThrow(/'schemaVersion' must be 42, got 41/),
  },
  {
    pain: "17, drift from other shapes",
    remedy: "what belongs to one server or to the import dialog is left out",
    prove: () => {
      const fields = [
        "id",
        "version",
        "iteration",
        "__inputs",
        "__requires",
      ] as const;
      const exported = Object.fromEntries(fields.map((field) => [field, 1]));
      const config = configOf(folderJson("shop", [classicDashboard(exported)]));
      for (const field of fields) expect(config).not.toHaveProperty(field);
    },
  },
  {
    pain: "17, drift from other shapes",
    remedy: "panels that the browser would convert are refused",
    prove: () =>
      expect(
        defining((stack) =>
          dashboardOf(stack, { panels: [panel(1, 0, 0, { type: "graph" })] }),
        ),
      ).toThrow(/'type' must be a panel that Grafana 12 draws, got "graph"/),
  },
  {
    pain: "17, drift from other shapes",
    remedy: "a datasource by name, which nothing resolves any more, is refused",
    prove: () =>
      expect(
        defining((stack) =>
          dashboardOf(stack, { panels: [panel(1, 0, 0, { datasource: "P" })] }),
        ),
      ).toThrow(/'datasource' must be an object with type and uid/),
  },
  {
    pain: "18, deleted folders",
    remedy:
      "a folder that holds something is not deleted, unless that is asked for",
    prove: () =>
      expect(folderJson("shop")).toHaveResourceWithProperties(Folder, {
        prevent_destroy_if_not_empty: true,
      }),
  },
  {
    pain: "18, deleted folders",
    remedy: "a folder's uid is fixed, so a new title changes it in place",
    prove: () => {
      const uidWith = (title: string): unknown =>
        onlyResourceIn(
          synthesizedGrafana((stack) => {
            new DashboardFolder(stack, "folder", {
              uid: "shop",
              title,
              dashboards: [],
            });
          }),
          "grafana_folder",
        )["uid"];
      expect(uidWith("Shop")).toBe(uidWith("Web shop"));
    },
  },
  {
    pain: "18, deleted folders",
    remedy: "a fifth level is refused",
    prove: () =>
      expect(
        defining((stack) => {
          let parent: DashboardFolder | undefined;
          for (const uid of ["a", "b", "c", "d", "e"])
            parent = new DashboardFolder(stack, uid, {
              uid,
              title: uid,
              dashboards: [],
              parent,
            });
        }),
      ).toThrow(/'parent' must be at most 3 folders deep, got 4/),
  },
  {
    pain: "19, org_id with a token",
    remedy: "no resource and no provider names an organisation",
    prove: () => {
      for (const auth of ["token", "basic"] as const) {
        const { grafana } = testDeployment().environment;
        expect(stackJson({ grafana: { ...grafana, auth } })).not.toContain(
          "org_id",
        );
      }
    },
  },
  {
    pain: "20, HTTP headers in jsonData",
    remedy: "headers have an argument of their own",
    prove: () => {
      const json = synthesizedGrafana((stack) => {
        new DataSources(stack, "data-sources", {
          dataSources: [
            { ...prometheus, httpHeaders: { "X-Scope-OrgID": "shop" } },
          ],
          secrets: () => "",
        });
      });
      const resource = onlyResourceIn(json, "grafana_data_source");
      expect(resource["http_headers"]).toEqual({ "X-Scope-OrgID": "shop" });
      expect(resource["json_data_encoded"]).not.toContain("httpHeader");
    },
  },
  {
    pain: "20, HTTP headers in jsonData",
    remedy: "the numbered names of jsonData are refused",
    prove: () =>
      expect(
        dataSourcesOf({ ...prometheus, httpHeaders: { httpHeaderName1: "a" } }),
      ).toThrow(/'httpHeaders' must map a header to its value/),
  },
  {
    pain: "values that never settle",
    remedy: "two default datasources are refused",
    prove: () =>
      expect(
        dataSourcesOf(prometheus, { ...prometheus, uid: "b", name: "B" }),
      ).toThrow(/exactly one datasource must have 'isDefault'/),
  },
  {
    pain: "values that never settle",
    remedy:
      "a second list of datasources, with a default of its own, is refused",
    prove: () =>
      expect(
        defining((stack) => {
          for (const id of ["a", "b"])
            new DataSources(stack, id, {
              dataSources: [prometheus],
              secrets: () => "",
            });
        }),
      ).toThrow(
        new Error(
          'test/b: list of datasources "of the organisation" must be defined once, got another at test/a',
        ),
      ),
  },
  {
    pain: "values that never settle",
    remedy:
      "single permissions beside the authoritative set cannot be written: there is no binding",
    prove: () => {
      const bindings = dirname(
        dirname(require.resolve("@cdktf/provider-grafana/lib/folder")),
      );
      expect(existsSync(join(bindings, "folder-permission"))).toBe(true);
      expect(existsSync(join(bindings, "folder-permission-item"))).toBe(false);
    },
  },
  {
    pain: "values that never settle",
    remedy: "library panels, whose description never settles, are not used",
    prove: () => {
      expect(importedBindings()).toContain("dashboard");
      expect(importedBindings()).not.toContain("library-panel");
    },
  },
  {
    pain: "inconsistent results",
    remedy: "items of a playlist are numbered from 1 without gaps",
    prove: () => {
      const json = synthesizedGrafana((stack) => {
        const { dashboards } = new DashboardFolder(stack, "folder", {
          uid: "shop",
          title: "Shop",
          dashboards: shop.dashboards,
        });
        new Playlist(stack, "wall", { name: "Wall", dashboards });
      });
      expect(
        (
          onlyResourceIn(json, "grafana_playlist")["item"] as {
            order: number;
          }[]
        ).map(({ order }) => order),
      ).toEqual([1, 2]);
    },
  },
  {
    pain: "inconsistent results",
    remedy:
      "times of annotations in another zone or with fractions are refused",
    prove: () => {
      for (const time of [
        "2026-01-31T08:00:00+01:00",
        "2026-01-31T08:00:00.5Z",
      ])
        expect(
          defining((stack) => new Annotation(stack, "a", { text: "a", time })),
        ).toThrow(/'time' must be a time in UTC/);
    },
  },
  {
    pain: "inconsistent results",
    remedy: "a team has no empty preferences",
    prove: () =>
      expect(
        onlyResourceIn(
          synthesizedGrafana((stack) => {
            new Team(stack, "team", { name: "Shop" });
          }),
          "grafana_team",
        ),
      ).not.toHaveProperty("preferences"),
  },
  {
    pain: "inconsistent results",
    remedy:
      "a role cannot be named twice, because roles are the keys of an object",
    prove: () => {
      const json = synthesizedGrafana((stack) => {
        new DashboardFolder(stack, "folder", {
          uid: "shop",
          title: "Shop",
          dashboards: [],
          rolePermissions: { Viewer: "View", Editor: "Edit" },
        });
      });
      expect(
        onlyResourceIn(json, "grafana_folder_permission")["permissions"],
      ).toEqual([
        { role: "Viewer", permission: "View" },
        { role: "Editor", permission: "Edit" },
      ]);
    },
  },
  {
    pain: "inconsistent results",
    remedy: "a team named twice is refused",
    prove: () =>
      expect(
        defining((stack) => {
          const team = new Team(stack, "team", { name: "Shop" });
          new DashboardFolder(stack, "folder", {
            uid: "shop",
            title: "Shop",
            dashboards: [],
            teamPermissions: [
              { team, permission: "View" },
              { team, permission: "Edit" },
            ],
          });
        }),
      ).toThrow(/'teamPermissions' must name a team once/),
  },
  {
    pain: "updates that fail",
    remedy:
      "a folder with a new uid is there before the old one goes with all that is in it",
    prove: () =>
      expect(folderJson("shop")).toHaveResourceWithProperties(Folder, {
        lifecycle: { create_before_destroy: true },
      }),
  },
  {
    pain: "updates that fail",
    remedy: "a folder names its parent by uid, not by id",
    prove: () => {
      const json = synthesizedGrafana((stack) => {
        const parent = new DashboardFolder(stack, "parent", {
          uid: "company",
          title: "Company",
          dashboards: [],
        });
        new DashboardFolder(stack, "child", {
          uid: "shop",
          title: "Shop",
          dashboards: [],
          parent,
        });
      });
      expect(json).toHaveResourceWithProperties(Folder, {
        uid: "shop",
        parent_folder_uid: expect.stringMatching(
          /^\$\{grafana_folder\.\S+\.uid\}$/,
        ) as string,
      });
    },
  },
  {
    pain: "updates that fail",
    remedy:
      "dashboards refer to their folder, so that none is put where nothing is yet",
    prove: () =>
      expect(folderJson("shop")).toHaveResourceWithProperties(
        GrafanaDashboard,
        {
          folder: expect.stringMatching(
            /^\$\{grafana_folder\.\S+\.uid\}$/,
          ) as string,
        },
      ),
  },
  {
    pain: "13, secrets in a plan",
    remedy:
      "passwords and headers come from variables, in attributes that are hidden as a whole",
    prove: () => {
      const json = synthesizedGrafana((stack) => {
        new DataSources(stack, "data-sources", {
          dataSources: [
            {
              ...prometheus,
              basicAuthUser: "reader",
              basicAuthPassword: secret("password", "password"),
            },
            {
              ...loki,
              httpHeaders: { Authorization: secret("token", "token") },
            },
          ],
          secrets: ({ secret: name }) => `\${var.${name}}`,
        });
      });
      const hidden = ["secure_json_data_encoded", "http_headers"];
      const shown = Object.values(
        resourcesIn(json, "grafana_data_source"),
      ).flatMap((resource) =>
        Object.entries(resource).filter(([name]) => !hidden.includes(name)),
      );
      expect(json).toMatch(/var\.password/);
      expect(JSON.stringify(shown)).not.toMatch(/var\.(password|token)/);
    },
  },
];

describe("provider pains of dashboards, folders, datasources and access", () => {
  test("are all here: 14 to 20, and those that were reproduced with the provider", () => {
    const named = remedies.map(({ pain }) => pain.replace(/,.*/, ""));
    expect([...new Set(named)].sort()).toEqual(
      [
        ...["13", "14", "15", "16", "17", "18", "19", "20"],
        "inconsistent results",
        "updates that fail",
        "values that never settle",
      ].sort(),
    );
  });

  test.each(remedies)("$pain: $remedy", ({ prove }) => {
    expect.hasAssertions();
    prove();
  });
});
