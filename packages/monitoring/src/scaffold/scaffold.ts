import { newEnvironment } from "./new-environment";
import { newReceiver } from "./new-receiver";
import { newSystem } from "./new-system";
import { newAlert, newDashboard, newSlo } from "./new-entry";
import type { ReadFile, ScaffoldedFile } from "./project-files";

export type ScaffoldKind =
  "alert" | "dashboard" | "environment" | "receiver" | "slo" | "system";

export const scaffoldKinds: readonly ScaffoldKind[] = [
  "alert",
  "dashboard",
  "environment",
  "receiver",
  "slo",
  "system",
];

/**
 * The files that add one `kind` called `name` to the project: `<system>/<name>`, or `<name>` for a system and an environment.
 * Throws when the name is not allowed, the system is unknown, or the thing exists.
 */
export function scaffold(
  kind: ScaffoldKind,
  name: string,
  read: ReadFile,
): readonly ScaffoldedFile[] {
  switch (kind) {
    case "system":
      return newSystem(named(name), read);
    case "environment":
      return newEnvironment(named(name), read);
    case "alert":
      return newAlert(
        ...inSystem(name, read, /^[A-Z][A-Za-z0-9]*$/, "CamelCase"),
        read,
      );
    case "dashboard":
      return newDashboard(...inSystem(name, read), read);
    case "receiver":
      return newReceiver(...inSystem(name, read), read);
    case "slo":
      return newSlo(...inSystem(name, read), read);
  }
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function named(name: string): string {
  if (!kebab.test(name))
    throw new Error(
      `the name must be kebab-case, such as "checkout", got "${name}"`,
    );
  return name;
}

function inSystem(
  path: string,
  read: ReadFile,
  allowed = kebab,
  form = "kebab-case",
): [system: string, name: string] {
  const [system = "", name = "", ...rest] = path.split("/");
  if (rest.length > 0 || !allowed.test(name) || !kebab.test(system)) {
    throw new Error(
      `the name must be <system>/<name> with a ${form} name, got "${path}"`,
    );
  }
  if (read(`systems/${system}/index.ts`) === undefined) {
    throw new Error(
      `there is no system "${system}": monitoring new system ${system} writes one`,
    );
  }
  return [system, name];
}
