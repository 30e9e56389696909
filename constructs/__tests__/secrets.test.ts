import { TerraformOutput, Testing } from "cdktf";
import { Secrets } from "../src/secrets";
import { secret } from "monitoring-as-code";
import { synthesized, testStack } from "./test-stack";

const webhook = secret("shop_slack_url", "incoming webhook of the shop");

function variablesOf(json: string): Record<string, unknown> {
  return (
    (JSON.parse(json) as { variable?: Record<string, unknown> }).variable ?? {}
  );
}

describe("Secrets", () => {
  test("defines nothing when nobody asks", () => {
    expect(
      variablesOf(synthesized((stack) => new Secrets(stack, "secrets"))),
    ).toEqual({});
  });

  test("defines a sensitive variable without default, named like the secret", () => {
    const json = synthesized((stack) => {
      new Secrets(stack, "secrets").for(webhook);
    });
    expect(variablesOf(json)).toEqual({
      shop_slack_url: {
        type: "string",
        sensitive: true,
        nullable: false,
        description: "incoming webhook of the shop",
        validation: [
          {
            condition: "${length(trimspace(var.shop_slack_url)) > 0}",
            error_message:
              "shop_slack_url must not be empty: incoming webhook of the shop.",
          },
        ],
      },
    });
  });

  test("gives the same token each time it is asked, and defines one variable", () => {
    const json = synthesized((stack) => {
      const secrets = new Secrets(stack, "secrets");
      const [first, second] = [
        secrets.for(webhook),
        secrets.for({ ...webhook }),
      ];
      new TerraformOutput(stack, "first", { value: first, sensitive: true });
      new TerraformOutput(stack, "second", { value: second, sensitive: true });
    });
    expect(Object.keys(variablesOf(json))).toEqual(["shop_slack_url"]);
    expect(
      (JSON.parse(json) as { output: Record<string, { value: string }> })
        .output,
    ).toMatchObject({
      first: { value: "${var.shop_slack_url}" },
      second: { value: "${var.shop_slack_url}" },
    });
  });

  test.each([
    {
      name: "Slack-URL",
      description: "webhook",
      problem: `'secret' must be lower-case letters, digits and underscores, starting with a letter, got "Slack-URL"`,
    },
    {
      name: "1password",
      description: "webhook",
      problem: `'secret' must be lower-case letters, digits and underscores, starting with a letter, got "1password"`,
    },
    {
      name: "slack_url",
      description: " ",
      problem: `'description' of secret "slack_url" must say what to fill in, got ""`,
    },
  ])("rejects the secret $name ($description)", (given) => {
    const secrets = new Secrets(testStack(), "secrets");
    expect(() => secrets.for(secret(given.name, given.description))).toThrow(
      new Error(`test/secrets: ${given.problem}`),
    );
  });

  test("rejects one name for two things", () => {
    const secrets = new Secrets(testStack(), "secrets");
    secrets.for(webhook);
    expect(() => secrets.for({ ...webhook, description: "token" })).toThrow(
      new Error(
        'test/secrets: secret "shop_slack_url" must stand for one thing, got the descriptions "incoming webhook of the shop" and "token"',
      ),
    );
  });

  test("gives the same result in whatever order it is asked", () => {
    const inOrder = (...names: readonly string[]): unknown => {
      const stack = testStack();
      const secrets = new Secrets(stack, "secrets");
      for (const name of names) secrets.for(secret(name, "value"));
      return JSON.parse(Testing.synth(stack, true));
    };
    expect(inOrder("a", "b")).toEqual(inOrder("b", "a"));
  });
});
