import { InvalidArgumentError } from "commander";
import { objectKinds, type ObjectKind } from "../backup/objects";
import { httpUrlProblem } from "../internal/http-url";
import type { Environment } from "../model/environment";
import { grafanaAuth, type Variables } from "./backup-place";
import type { Progress } from "./backup-progress";
import { grafanaClient, type GrafanaClient } from "./grafana-client";

/** What backup, restore and sync need of the world around them. */
export interface BackupContext {
  readonly print: (text: string) => void;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly variables: Variables;
  readonly isColored: boolean;
  /** Before the first further attempt; it doubles each time. @default 1000 */
  readonly retryDelayMilliseconds?: number;
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
  { variables, retryDelayMilliseconds }: BackupContext,
  authVariables?: readonly string[],
): GrafanaClient {
  const problem = httpUrlProblem(url ?? grafana.url);
  if (problem !== undefined)
    throw new Error(`the Grafana of ${name} must have ${problem}`);
  return grafanaClient({
    url: url ?? grafana.url,
    ...grafanaAuth(name, variables, authVariables),
    ...(retryDelayMilliseconds === undefined ? {} : { retryDelayMilliseconds }),
  });
}
