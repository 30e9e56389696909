import type { Environment } from "../model/environment";

/** Where `npm start` deploys to. */
export type StartTarget = { readonly kind: "stand-in" } | ServerTarget;

export interface ServerTarget {
  readonly kind: "server";
  /** Without a slash at the end. */
  readonly url: string;
  /** `user:password`, or a token. */
  readonly auth: string;
  /** Whether it is the server that the environment itself names. */
  readonly isOwnServer: boolean;
}

/** The variables of the shell that the target is read from. */
export interface StartVariables {
  readonly GRAFANA_URL?: string;
  readonly GRAFANA_AUTH?: string;
}

/**
 * The stand-in, or the server that `GRAFANA_URL` and `GRAFANA_AUTH` name. Throws when only one of them is set, and when the
 * address is none.
 */
export function startTarget(
  { GRAFANA_URL = "", GRAFANA_AUTH = "" }: StartVariables,
  { grafana }: Pick<Environment, "grafana">,
): StartTarget {
  const address = GRAFANA_URL.trim();
  const auth = GRAFANA_AUTH.trim();
  if (address === "" && auth === "") return { kind: "stand-in" };
  const url = withoutSlash(address);
  const problems = [
    address === "" &&
      "GRAFANA_URL must be the address of the Grafana that GRAFANA_AUTH is for, got nothing; set both, or neither for the stand-in",
    auth === "" &&
      "GRAFANA_AUTH must be user:password or the token of a service account, got nothing; set both, or neither for the stand-in",
    address !== "" &&
      !isHttpAddress(address) &&
      `GRAFANA_URL must be an address such as http://localhost:3000, got ${withoutPassword(JSON.stringify(address))}`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return {
    kind: "server",
    url,
    auth,
    isOwnServer: url === withoutSlash(grafana.url),
  };
}

/** A folder name for a server: two servers never share a state. */
export function serverFolder(url: string): string {
  return url
    .replace(/^https?:\/\//, "")
    .replace(/[^a-zA-Z0-9.-]+/g, "_")
    .toLowerCase();
}

function isHttpAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, search, hash } = new URL(address);
  return (
    /^https?:$/.test(protocol) &&
    [username, password, search, hash].every((part) => part === "")
  );
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/.*@/, "//…@");
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, "");
}
