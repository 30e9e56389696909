"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.startGrafana = startGrafana;
const grafana_stand_in_1 = require("@monitoring-as-code/grafana-stand-in");
const terraform_1 = require("./terraform");
/**
 * The stand-in, unless `E2E_GRAFANA_PROVIDER=real`: then the real provider
 * against the server `E2E_GRAFANA_URL` with `E2E_GRAFANA_AUTH` (`user:password`
 * or a token), which has no worst order. The server must be empty: tests create
 * and destroy on it.
 */
async function startGrafana(props = {}) {
  const kind = process.env["E2E_GRAFANA_PROVIDER"] ?? "stand-in";
  if (kind === "real") return realGrafana();
  if (kind !== "stand-in") {
    throw new Error(
      `E2E_GRAFANA_PROVIDER must be "stand-in" or "real", got ${JSON.stringify(kind)}`,
    );
  }
  const standIn = await (0, grafana_stand_in_1.startStandIn)(props);
  return {
    ...standIn,
    stop: async () => {
      await (0, terraform_1.endTerraformRuns)();
      await standIn.stop();
    },
  };
}
function realGrafana() {
  const url = process.env["E2E_GRAFANA_URL"] ?? "";
  const auth = process.env["E2E_GRAFANA_AUTH"] ?? "";
  if (url === "" || auth === "") {
    throw new Error(
      "E2E_GRAFANA_PROVIDER=real needs E2E_GRAFANA_URL and E2E_GRAFANA_AUTH",
    );
  }
  return { url, auth, environment: {}, stop: () => Promise.resolve() };
}
//# sourceMappingURL=grafana-target.js.map
