import { defineGrafanaProvider } from "../src/grafana-provider";
import { Secrets } from "../src/secrets";
import { synthesized, testStack } from "./test-stack";

interface Providers {
  readonly provider: { readonly grafana: readonly Record<string, unknown>[] };
  readonly variable: Record<string, { readonly description: string }>;
}

function synthesize(auth: "token" | "basic"): Providers {
  return JSON.parse(
    synthesized((stack) => {
      const secrets = new Secrets(stack, "secrets");
      defineGrafanaProvider(stack, {
        url: "https://grafana.example.com",
        auth,
        secrets: (secret) => secrets.for(secret),
      });
    }),
  ) as Providers;
}

describe("defineGrafanaProvider", () => {
  test("signs in with a variable and retries what two writers cause", () => {
    expect(synthesize("token").provider.grafana).toEqual([
      {
        url: "https://grafana.example.com",
        auth: "${var.grafana_auth}",
        retries: 5,
        retry_wait: 2,
        retry_status_codes: ["409", "412", "429", "502", "503", "504"],
      },
    ]);
  });

  test.each([
    {
      auth: "token",
      description: "token of a service account of Grafana with the role Admin",
    },
    {
      auth: "basic",
      description:
        "user and password of an administrator of Grafana, as user:password",
    },
  ] as const)("says what to fill in for $auth", ({ auth, description }) => {
    expect(synthesize(auth).variable["grafana_auth"]?.description).toBe(
      description,
    );
  });

  test("rejects an address without scheme", () => {
    expect(() =>
      defineGrafanaProvider(testStack(), {
        url: "grafana:3000",
        auth: "token",
        secrets: () => "",
      }),
    ).toThrow(
      new Error(
        `test: 'url' of Grafana must be an http or https URL such as "http://prometheus:9090", got "grafana:3000"`,
      ),
    );
  });
});
