import {
  startStandIn,
  type StandInProps,
} from "@monitoring-as-code/grafana-stand-in";
import { endTerraformRuns } from "./terraform";

/** What the Grafana provider talks to, and what Terraform's environment needs for it. */
export interface GrafanaTarget {
  readonly url: string;
  /** @default - what the stack says: the stand-in takes any */
  readonly auth?: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * The stand-in, unless `E2E_GRAFANA_PROVIDER=real`: then the real provider
 * against the server `E2E_GRAFANA_URL` with `E2E_GRAFANA_AUTH` (`user:password`
 * or a token), which has no worst order. The server must be empty: tests create
 * and destroy on it.
 */
export async function startGrafana(
  props: StandInProps = {},
): Promise<GrafanaTarget> {
  const kind = process.env["E2E_GRAFANA_PROVIDER"] ?? "stand-in";
  if (kind === "real") return realGrafana();
  if (kind !== "stand-in") {
    throw new Error(
      `E2E_GRAFANA_PROVIDER must be "stand-in" or "real", got ${JSON.stringify(kind)}`,
    );
  }
  const standIn = await startStandIn(props);
  return {
    ...standIn,
    stop: async () => {
      await endTerraformRuns();
      await standIn.stop();
    },
  };
}

function realGrafana(): GrafanaTarget {
  const url = process.env["E2E_GRAFANA_URL"] ?? "";
  const auth = process.env["E2E_GRAFANA_AUTH"] ?? "";
  if (url === "" || auth === "") {
    throw new Error(
      "E2E_GRAFANA_PROVIDER=real needs E2E_GRAFANA_URL and E2E_GRAFANA_AUTH",
    );
  }
  return { url, auth, environment: {}, stop: () => Promise.resolve() };
}
