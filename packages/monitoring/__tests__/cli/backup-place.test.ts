import { resolve } from "node:path";
import "../in-sample-project";
import { backupStore, grafanaAuth } from "../../src/cli/backup-place";
import { environmentNamed } from "../../src/cli/environment-argument";

describe("backups", () => {
  test("lie in the bucket of the environment", () => {
    const { name } = backupStore(environmentNamed("prod"), undefined, {});
    expect(name).toBe("s3://acme-prod-monitoring-backups");
  });

  test("lie in a folder where there is no bucket, or where one is asked for", () => {
    const staging = backupStore(environmentNamed("staging"), undefined, {});
    expect(staging.name).toBe(resolve(".cache/backups"));
    const prod = backupStore(environmentNamed("prod"), "here", {});
    expect(prod.name).toBe(resolve("here"));
  });
});

describe("who asks Grafana", () => {
  const all = {
    GRAFANA_AUTH_PROD: "a",
    GRAFANA_AUTH: "b",
    TF_VAR_grafana_auth: "c",
  };
  test.each([
    [all, "a", "GRAFANA_AUTH_PROD"],
    [{ ...all, GRAFANA_AUTH_PROD: "" }, "b", "GRAFANA_AUTH"],
    [{ TF_VAR_grafana_auth: "c" }, "c", "TF_VAR_grafana_auth"],
  ])(
    "comes from the most special variable: %#",
    (variables, auth, authSource) => {
      expect(grafanaAuth("prod", variables)).toEqual({ auth, authSource });
    },
  );

  test("is asked for by name where there is none", () => {
    expect(() => grafanaAuth("my-preview", {}, [])).toThrow(
      "nobody is signed in to Grafana of my-preview: set GRAFANA_AUTH_MY_PREVIEW to the token of a service account, or to user:password",
    );
  });
});
