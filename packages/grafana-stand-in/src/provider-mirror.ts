import { existsSync, readdirSync, readFileSync, type Dirent } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const REGISTRY = "registry.terraform.io";
const MAX_DEPTH = 4;
/** Large, or not on disk at all; no mirror lies in them. */
const skipped = new Set([
  "proc",
  "sys",
  "dev",
  "run",
  "boot",
  "node_modules",
  "site-packages",
  ".git",
  ".terraform",
]);

/** Where Terraform itself looks for a mirror, first. */
function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  const home = homedir();
  return [
    ...configuredMirrors(environment),
    environment["TF_PLUGIN_CACHE_DIR"] ?? "",
    join(home, ".terraform.d/plugins"),
    join(home, ".local/share/terraform/plugins"),
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
  ].filter((directory) => directory !== "");
}

/** Paths of the `filesystem_mirror` blocks in Terraform's CLI configuration. */
function configuredMirrors(environment: NodeJS.ProcessEnv): string[] {
  const file =
    environment["TF_CLI_CONFIG_FILE"] ?? join(homedir(), ".terraformrc");
  if (!existsSync(file)) return [];
  const blocks = readFileSync(file, "utf8").matchAll(
    /filesystem_mirror\s*\{[^}]*?\bpath\s*=\s*("[^"\n]*")/g,
  );
  return [...blocks].map(([, path = '""']) => JSON.parse(path) as string);
}

/**
 * The folder that holds a `registry.terraform.io` folder with the provider in
 * it (`hashicorp/aws`), so a filesystem mirror; undefined if this machine has
 * none. `E2E_PLUGIN_MIRROR` names it; without, it is looked for where Terraform
 * does, its CLI configuration first, then through the file system, not deep.
 * Throws when `E2E_PLUGIN_MIRROR` is no mirror.
 */
export function findProviderMirror(
  provider: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const holds = (directory: string): boolean =>
    existsSync(join(directory, REGISTRY, provider));
  const given = environment["E2E_PLUGIN_MIRROR"] ?? "";
  if (given !== "") {
    if (!existsSync(join(given, REGISTRY)))
      throw new Error(
        `E2E_PLUGIN_MIRROR must be a folder with a folder ${REGISTRY} in it, got ${given}; "terraform providers mirror" makes one`,
      );
    return holds(given) ? given : undefined;
  }
  const usual = usualPlaces(environment).find(holds);
  if (usual !== undefined) return usual;
  if (!found.has(provider)) found.set(provider, search(holds));
  return found.get(provider);
}

const found = new Map<string, string | undefined>();

function search(holds: (directory: string) => boolean): string | undefined {
  let level = ["/"];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const mirror = level.find(holds);
    if (mirror !== undefined) return mirror;
    level = level.flatMap(subfolders);
  }
  return undefined;
}

function subfolders(directory: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch {
    return []; // not ours to read
  }
  return entries
    .filter((entry) => entry.isDirectory() && !skipped.has(entry.name))
    .map((entry) => join(directory, entry.name));
}
