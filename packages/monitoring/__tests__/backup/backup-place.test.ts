import { resolve } from "node:path";
import "../in-sample-project";
import {
  backupStore,
  grafanaAuth,
  localBackups,
} from "../../src/backup/backup-place";
import { findProject } from "../../src/project/load-project";

describe("backups", () => {
  const project = findProject();

  test("lie in the bucket of the environment", () => {
    const prod = project.environment("prod");
    const { name } = backupStore(prod, localBackups(prod, project), {});
    expect(name).toBe("s3://acme-prod-monitoring-backups");
  });

  test("lie in a folder where there is no bucket, or where one is asked for", () => {
    const staging = project.environment("staging");
    expect(backupStore(staging, localBackups(staging, project), {}).name).toBe(
      project.path(".cache/backups"),
    );
    const prod = backupStore(project.environment("prod"), "here", {});
    expect(prod.name).toBe(resolve("here"));
  });

  test("rejects an environment without a bucket where no folder is named", () => {
    expect(() =>
      backupStore(project.environment("staging"), undefined, {}),
    ).toThrow(
      "staging: must have cloud storage, or a folder for its backups, got none",
    );
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
