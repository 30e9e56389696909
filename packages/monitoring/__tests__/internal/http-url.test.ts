import {
  hostAndPortProblem,
  httpUrlProblem,
} from "../../src/internal/http-url";

describe("httpUrlProblem", () => {
  test.each([
    "http://prometheus:9090",
    "https://grafana.example.com",
    "https://example.com/grafana/",
    "http://[::1]:3000",
  ])("accepts %s", (url) => {
    expect(httpUrlProblem(url)).toBeUndefined();
  });

  test.each([
    ["", 'an http or https URL such as "http://prometheus:9090", got ""'],
    [
      "prometheus:9090",
      'an http or https URL such as "http://prometheus:9090", got "prometheus:9090"',
    ],
    [
      "http:prometheus",
      'an http or https URL such as "http://prometheus:9090", got "http:prometheus"',
    ],
    [
      "http://a b",
      'an http or https URL such as "http://prometheus:9090", got "http://a b"',
    ],
    [
      "ftp://files",
      'an http or https URL such as "http://prometheus:9090", got "ftp://files"',
    ],
    [
      "http://admin:hunter2@grafana:3000",
      'a URL without user and password, got one for host "grafana:3000": use basic authentication with a secret',
    ],
    [
      "http://loki:3100/?token=hunter2",
      'a URL without query and fragment, got one after "http://loki:3100/"',
    ],
    [
      "http://loki:3100/a#b",
      'a URL without query and fragment, got one after "http://loki:3100/a"',
    ],
  ])("rejects %s", (url, problem) => {
    expect(httpUrlProblem(url)).toBe(problem);
  });
});

describe("hostAndPortProblem", () => {
  test.each(["postgres:5432", "db.example.com:1", "10.0.0.1:65535"])(
    "accepts %s",
    (address) => {
      expect(hostAndPortProblem(address)).toBeUndefined();
    },
  );

  test.each([
    "",
    "postgres",
    "postgres:",
    "postgres:0",
    "postgres:65536",
    "postgres://db:5432",
    "user@db:5432",
    "-db:5432",
  ])("rejects %s", (address) => {
    expect(hostAndPortProblem(address)).toBe(
      `a host and a port such as "postgres:5432", got "${address}"`,
    );
  });
});
