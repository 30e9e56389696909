import { ServiceAccount as GrafanaServiceAccount } from "@cdktf/provider-grafana/lib/service-account";
import { ServiceAccountRotatingToken } from "@cdktf/provider-grafana/lib/service-account-rotating-token";
import { TerraformOutput } from "cdktf";
import {
  ServiceAccount,
  type ServiceAccountProps,
} from "../src/service-account";
import type { Duration } from "monitoring-as-code";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

function synthesize(props: ServiceAccountProps): string {
  return synthesizedGrafana((stack) => {
    const { token } = new ServiceAccount(stack, "automation", props);
    new TerraformOutput(stack, "token", { value: token, sensitive: true });
  });
}

describe("ServiceAccount", () => {
  test("with defaults may only look, with a token of 90 days renewed in the last 30", () => {
    const json = synthesize({ name: "automation" });
    expect(onlyResourceIn(json, "grafana_service_account")).toEqual({
      name: "automation",
      role: "Viewer",
    });
    expect(json).toHaveResourceWithProperties(ServiceAccountRotatingToken, {
      name_prefix: "automation",
      seconds_to_live: 7_776_000,
      early_rotation_window_seconds: 2_592_000,
      service_account_id: expect.stringMatching(
        /^\$\{grafana_service_account\.\S+\.id\}$/,
      ) as string,
    });
  });

  test("gets its next token before it loses the last one", () => {
    expect(synthesize({ name: "automation" })).toHaveResourceWithProperties(
      ServiceAccountRotatingToken,
      { delete_on_destroy: true, lifecycle: { create_before_destroy: true } },
    );
  });

  test("takes a role and a token's lifetime", () => {
    const json = synthesize({
      name: "automation",
      role: "Editor",
      tokenLifetime: "1d",
      tokenRotation: "2h",
    });
    expect(json).toHaveResourceWithProperties(GrafanaServiceAccount, {
      role: "Editor",
    });
    expect(json).toHaveResourceWithProperties(ServiceAccountRotatingToken, {
      seconds_to_live: 86_400,
      early_rotation_window_seconds: 7200,
    });
  });

  test.each<{
    name: string;
    props: Partial<ServiceAccountProps>;
    problem: string;
  }>([
    {
      name: "a name with spaces",
      props: { name: "Automation account" },
      problem: `'name' must be lower-case letters, digits and hyphens, got "Automation account"`,
    },
    {
      name: "a lifetime in years",
      props: { tokenLifetime: "1y" as Duration },
      problem: `'tokenLifetime' must be a duration above zero such as "30d", got "1y"`,
    },
    {
      name: "a token that lives for ever",
      props: { tokenLifetime: "0s" },
      problem: `'tokenLifetime' must be a duration above zero such as "30d", got "0s"`,
    },
    {
      name: "a token that is never renewed in time",
      props: { tokenRotation: "0d" },
      problem: `'tokenRotation' must be a duration above zero such as "30d", got "0d"`,
    },
    {
      name: "a token that each deploy renews",
      props: { tokenLifetime: "30d", tokenRotation: "30d" },
      problem: `'tokenRotation' must be shorter than 'tokenLifetime' (30d), got "30d"`,
    },
  ])("rejects $name", ({ props, problem }) => {
    expect(
      () =>
        new ServiceAccount(testStack(), "automation", {
          name: "automation",
          ...props,
        }),
    ).toThrow(new Error(`test/automation: ${problem}`));
  });
});
