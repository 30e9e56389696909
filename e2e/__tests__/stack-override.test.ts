import type { GrafanaTarget } from "../grafana-target";
import type { S3Server } from "../s3-server";
import {
  stackOverride,
  inventVariables,
} from "@monitoring-as-code/grafana-stand-in";

const stop = (): Promise<void> => Promise.resolve();
const grafana: GrafanaTarget = { url: "http://grafana", environment: {}, stop };
const s3: S3Server = { endpoint: "http://127.0.0.1:1", stop };
const stack = {
  provider: {
    grafana: [{ url: "https://real" }],
    aws: [{ region: "a" }, { region: "b", alias: "b" }],
  },
  terraform: { backend: { s3: { bucket: "state", key: "k" } } },
};

test("every provider of a stack is pointed at the test servers, aliases too", () => {
  expect(stackOverride(stack, { grafana, s3 })).toMatchObject({
    provider: {
      grafana: [{ url: "http://grafana" }],
      aws: [
        { endpoints: [{ s3: "http://127.0.0.1:1" }] },
        { alias: "b", endpoints: [{ s3: "http://127.0.0.1:1" }] },
      ],
    },
  });
});

test("the backend keeps what the stack says, since an override takes its place whole", () => {
  expect(stackOverride(stack, { s3 })).toMatchObject({
    terraform: {
      backend: {
        s3: {
          bucket: "state",
          key: "k",
          endpoints: { s3: "http://127.0.0.1:1" },
        },
      },
    },
  });
});

test("the stack's own credentials for Grafana stay unless the target brings some", () => {
  expect(stackOverride(stack, { grafana })).toEqual({
    provider: { grafana: [{ url: "http://grafana" }] },
  });
  expect(
    stackOverride(stack, { grafana: { ...grafana, auth: "a:b" } }),
  ).toEqual({
    provider: { grafana: [{ url: "http://grafana", auth: "a:b" }] },
  });
});

test("a stack without providers is left alone", () => {
  expect(stackOverride({}, { grafana, s3 })).toEqual({ provider: {} });
});

test("variables without a default get a value of their type, URLs where a URL is meant", () => {
  expect(
    inventVariables({
      variable: {
        grafana_auth: { type: "string" },
        slack_webhook_url: { type: "string" },
        untyped: {},
        count: { type: "number" },
        enabled: { type: "bool" },
        addresses: { type: "list(string)" },
        labels: { type: "map(string)" },
        given: { type: "string", default: "" },
      },
    }),
  ).toEqual({
    TF_VAR_grafana_auth: "invented-for-grafana_auth",
    TF_VAR_slack_webhook_url: "https://slack-webhook-url.e2e.invalid/hook",
    TF_VAR_untyped: "invented-for-untyped",
    TF_VAR_count: "1",
    TF_VAR_enabled: "false",
    TF_VAR_addresses: "[]",
    TF_VAR_labels: "{}",
  });
});
