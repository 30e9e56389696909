import { readFileSync } from "node:fs";
import path from "node:path";
import { ContactPoint } from "@cdktf/provider-grafana/lib/contact-point";
import { DataGrafanaFolder } from "@cdktf/provider-grafana/lib/data-grafana-folder";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";

const root = path.join(__dirname, "..");
const address = "registry.terraform.io/grafana/grafana";

interface Package {
  readonly version: string;
}

interface Schema {
  readonly provider_versions: Readonly<Record<string, string>>;
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly resource_schemas: Readonly<Record<string, unknown>>;
        readonly data_source_schemas: Readonly<Record<string, unknown>>;
      }
    >
  >;
}

interface Synthesized {
  readonly terraform: { readonly required_providers: unknown };
  readonly provider: unknown;
  readonly resource: unknown;
  readonly data: unknown;
}

function readJson(...file: readonly string[]): unknown {
  return JSON.parse(readFileSync(path.join(root, ...file), "utf8"));
}

const bindings = readJson("package.json") as Package;
const schema = readJson("schema.json") as Schema;

function synthesized(define: (stack: TerraformStack) => void): Synthesized {
  const stack = new TerraformStack(new App(), "bindings");
  new GrafanaProvider(stack, "grafana", {
    url: "https://grafana.example.com",
  });
  define(stack);
  return JSON.parse(Testing.synth(stack, true)) as Synthesized;
}

describe("the version of the provider", () => {
  test("is the one that the schema was taken from", () => {
    expect(schema.provider_versions).toEqual({ [address]: bindings.version });
  });

  test("is the one that Terraform is told to install", () => {
    expect(synthesized(() => {}).terraform.required_providers).toEqual({
      grafana: { source: "grafana/grafana", version: bindings.version },
    });
  });
});

describe("the bindings", () => {
  const provider = schema.provider_schemas[address];
  const resources = Object.keys(provider?.resource_schemas ?? {});
  const dataSources = Object.keys(provider?.data_source_schemas ?? {});

  /** Terraform types of the construct classes that a folder of lib/ exports. */
  async function typesIn(folder: string): Promise<readonly unknown[]> {
    const exported = (await import(
      `@cdktf/provider-grafana/lib/${folder}`
    )) as Record<string, unknown>;
    return Object.values(exported).flatMap((value) =>
      typeof value === "function" && "tfResourceType" in value
        ? [value.tfResourceType]
        : [],
    );
  }

  test("are generated from a schema with resources and data sources", () => {
    expect(resources).toContain("grafana_rule_group");
    expect(dataSources).toContain("grafana_folder");
  });

  test.each(resources)("have a class for the resource %s", async (type) => {
    const folder = type.replace(/^grafana_/, "").replaceAll("_", "-");
    expect(await typesIn(folder)).toEqual([type]);
  });

  test.each(dataSources)(
    "have a class for the data source %s",
    async (type) => {
      const folder = `data-${type.replaceAll("_", "-")}`;
      expect(await typesIn(folder)).toEqual([type]);
    },
  );

  test("synthesize a folder and a contact point with blocks", () => {
    const { provider, resource } = synthesized((stack) => {
      const folder = new Folder(stack, "folder", {
        title: "Shop",
        uid: "shop",
        preventDestroyIfNotEmpty: true,
      });
      new ContactPoint(stack, "contact-point", {
        name: "on-call",
        email: [{ addresses: ["on-call@example.com"], singleEmail: true }],
        webhook: [{ url: "https://example.com/alerts", maxAlerts: 10 }],
        dependsOn: [folder],
      });
    });
    expect(provider).toEqual({
      grafana: [{ url: "https://grafana.example.com" }],
    });
    expect(resource).toEqual({
      grafana_folder: {
        folder: {
          title: "Shop",
          uid: "shop",
          prevent_destroy_if_not_empty: true,
        },
      },
      grafana_contact_point: {
        "contact-point": {
          name: "on-call",
          email: [{ addresses: ["on-call@example.com"], single_email: true }],
          webhook: [{ url: "https://example.com/alerts", max_alerts: 10 }],
          depends_on: ["grafana_folder.folder"],
        },
      },
    });
  });

  test("refer to another resource by a token of its attribute", () => {
    const { data, resource } = synthesized((stack) => {
      const parent = new DataGrafanaFolder(stack, "parent", { title: "Team" });
      new Folder(stack, "folder", {
        title: "Shop",
        parentFolderUid: parent.uid,
      });
    });
    expect(data).toEqual({ grafana_folder: { parent: { title: "Team" } } });
    expect(resource).toEqual({
      grafana_folder: {
        folder: {
          title: "Shop",
          parent_folder_uid: "${data.grafana_folder.parent.uid}",
        },
      },
    });
  });
});
