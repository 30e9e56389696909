import { existsSync, readdirSync, type Dirent } from "node:fs";
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
function usualPlaces(): string[] {
  const home = homedir();
  return [
    process.env["TF_PLUGIN_CACHE_DIR"] ?? "",
    join(home, ".terraform.d/plugins"),
    join(home, ".local/share/terraform/plugins"),
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
  ].filter((directory) => directory !== "");
}

/**
 * The folder that holds a `registry.terraform.io` folder with the provider in
 * it (`hashicorp/aws`), so a filesystem mirror; undefined if this machine has
 * none. Looks where Terraform does, then through the file system, not deep.
 */
export function findProviderMirror(provider: string): string | undefined {
  if (!found.has(provider)) found.set(provider, search(provider));
  return found.get(provider);
}

const found = new Map<string, string | undefined>();

function search(provider: string): string | undefined {
  const holds = (directory: string): boolean =>
    existsSync(join(directory, REGISTRY, provider));
  const usual = usualPlaces().find(holds);
  if (usual !== undefined) return usual;
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
