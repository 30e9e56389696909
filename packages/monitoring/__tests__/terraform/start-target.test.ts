import { serverFolder, startTarget } from "../../src/terraform/start-target";
import { environmentWith } from "../environment-fixture";

const local = environmentWith(
  {},
  { grafana: { ...environmentWith().grafana, url: "http://localhost:3000" } },
);

test.each([[{}], [{ GRAFANA_URL: "", GRAFANA_AUTH: " " }]])(
  "the stand-in is deployed to when neither variable is set: %j",
  (variables) => {
    expect(startTarget(variables, local)).toEqual({ kind: "stand-in" });
  },
);

test.each([
  ["http://localhost:3000", true],
  ["http://localhost:3000/", true],
  ["https://grafana.example.com/monitoring", false],
])(
  "%s is deployed to; the environment's own server: %s",
  (url, isOwnServer) => {
    expect(
      startTarget({ GRAFANA_URL: url, GRAFANA_AUTH: "admin:admin" }, local),
    ).toEqual({
      kind: "server",
      url: url.replace(/\/$/, ""),
      auth: "admin:admin",
      isOwnServer,
    });
  },
);

test.each([
  [
    "an address without a sign-in",
    { GRAFANA_URL: "http://localhost:3000" },
    "GRAFANA_AUTH must be user:password or the token of a service account, got nothing; set both, or neither for the stand-in",
  ],
  [
    "a sign-in without an address",
    { GRAFANA_AUTH: "admin:admin" },
    "GRAFANA_URL must be the address of the Grafana that GRAFANA_AUTH is for, got nothing; set both, or neither for the stand-in",
  ],
  [
    "an address without a scheme",
    { GRAFANA_URL: "localhost:3000", GRAFANA_AUTH: "a:b" },
    'GRAFANA_URL must be an address such as http://localhost:3000, got "localhost:3000"',
  ],
  [
    "a text that is no address",
    { GRAFANA_URL: "grafana", GRAFANA_AUTH: "a:b" },
    'GRAFANA_URL must be an address such as http://localhost:3000, got "grafana"',
  ],
  [
    "an address of another kind",
    { GRAFANA_URL: "ftp://grafana", GRAFANA_AUTH: "a:b" },
    'GRAFANA_URL must be an address such as http://localhost:3000, got "ftp://grafana"',
  ],
  [
    "an address with a query, without a sign-in",
    { GRAFANA_URL: "http://grafana?orgId=1" },
    'GRAFANA_AUTH must be user:password or the token of a service account, got nothing; set both, or neither for the stand-in\nGRAFANA_URL must be an address such as http://localhost:3000, got "http://grafana?orgId=1"',
  ],
])("rejects %s", (_name, variables, message) => {
  expect(() => startTarget(variables, local)).toThrow(new Error(message));
});

test("rejects a password in the address without repeating it", () => {
  const variables = {
    GRAFANA_URL: "http://admin:hunter2@localhost:3000",
    GRAFANA_AUTH: "a:b",
  };
  expect(() => startTarget(variables, local)).toThrow("GRAFANA_URL");
  expect(() => startTarget(variables, local)).not.toThrow("hunter2");
});

test.each([
  ["http://localhost:3000", "localhost_3000"],
  ["https://Grafana.example.com/a/../b", "grafana.example.com_a_.._b"],
  ["http://[::1]:3000", "_1_3000"],
])("the folder of %s is %s", (url, folder) => {
  expect(serverFolder(url)).toBe(folder);
});
