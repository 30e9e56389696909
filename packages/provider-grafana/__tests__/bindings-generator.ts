import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

const root = join(__dirname, "../../..");

/** The provider that the schemas describe. */
export const address = "registry.terraform.io/grafana/grafana";

/** As short as the schema of a resource can be. */
export const folderSchema = {
  version: 0,
  block: { attributes: { title: { type: "string", required: true } } },
};

/** A schema of one resource, version 1.2.3, with the given parts replaced. */
export function schemaWith(
  replaced: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    format_version: "1.0",
    provider_versions: { [address]: "1.2.3" },
    provider_schemas: {
      [address]: {
        provider: { version: 0, block: {} },
        resource_schemas: { grafana_folder: folderSchema },
      },
    },
    ...replaced,
  });
}

/** A package like `packages/provider-grafana`, with its generator and a schema of its own. */
export class BindingsGenerator {
  private readonly directory: string;

  constructor() {
    // Inside the project, because the generator resolves its packages from where it stands.
    const parent = join(root, ".cache");
    mkdirSync(parent, { recursive: true });
    this.directory = mkdtempSync(join(parent, "bindings-"));
    copyFileSync(
      join(root, "packages/provider-grafana/generate.js"),
      join(this.directory, "generate.js"),
    );
    this.write("package.json", JSON.stringify({ version: "1.2.3" }));
  }

  write(file: string, content: string): void {
    const target = join(this.directory, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  read(file: string): string {
    return readFileSync(join(this.directory, file), "utf8");
  }

  /** The names in a folder, sorted. */
  list(folder: string): readonly string[] {
    return readdirSync(join(this.directory, folder)).sort();
  }

  /** Runs it without terraform on the path and with Terraform's settings naming a missing file. */
  run(): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["generate.js"],
      {
        cwd: this.directory,
        encoding: "utf8",
        env: {
          PATH: "",
          TF_CLI_CONFIG_FILE: join(this.directory, "missing.tfrc"),
        },
      },
    );
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
