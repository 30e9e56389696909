import { InvalidArgumentError } from "commander";
import { objectKinds, type ObjectKind } from "./objects";
import { httpUrlProblem } from "../internal/http-url";
import type { Environment } from "../model/environment";
import { grafanaAuth } from "./backup-place";
import { grafanaClient, type GrafanaClient } from "../clients/grafana-client";

/** Who asks a Grafana, and how patiently. */
interface GrafanaSurroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** @default - as the client says */
  readonly retry?: { readonly retryDelayMilliseconds?: number };
}

/** `folders,dashboards`. Throws an error that names the kinds there are. */
export function kinds(text: string): readonly ObjectKind[] {
  const named = text.split(",").map((name) => name.trim());
  const unknown = named.filter(
    (name) => !objectKinds.some((kind) => kind === name),
  );
  if (unknown.length > 0)
    throw new InvalidArgumentError(
      `must be of ${objectKinds.join(",")}, got ${JSON.stringify(unknown.join(","))}.`,
    );
  return objectKinds.filter((kind) => named.includes(kind));
}

/** The Grafana of an environment, or the one at `url`. Throws when that is no address, or holds a password. */
export function grafanaOf(
  { name, grafana }: Environment,
  url: string | undefined,
  { variables, retry }: GrafanaSurroundings,
  authVariables?: readonly string[],
): GrafanaClient {
  const problem = httpUrlProblem(url ?? grafana.url);
  if (problem !== undefined)
    throw new Error(`the Grafana of ${name} must have ${problem}`);
  return grafanaClient({
    ...retry,
    url: url ?? grafana.url,
    ...grafanaAuth(name, variables, authVariables),
  });
}
