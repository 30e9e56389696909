import { defineAwsProvider } from "../src/aws-provider";
import { synthesized } from "./test-stack";

function providersOf(json: string): unknown {
  return (JSON.parse(json) as { provider: { aws: unknown } }).provider.aws;
}

describe("defineAwsProvider", () => {
  test("with defaults names the region and says who owns the resources", () => {
    expect(
      providersOf(
        synthesized((stack) =>
          defineAwsProvider(stack, "aws", { region: "eu-central-1" }),
        ),
      ),
    ).toEqual([
      {
        region: "eu-central-1",
        default_tags: [{ tags: { "managed-by": "terraform" } }],
      },
    ]);
  });

  test("adds tags and an alias", () => {
    expect(
      providersOf(
        synthesized((stack) =>
          defineAwsProvider(stack, "aws", {
            region: "eu-central-1",
            alias: "eu",
            tags: { environment: "production" },
          }),
        ),
      ),
    ).toEqual([
      {
        region: "eu-central-1",
        alias: "eu",
        default_tags: [
          {
            tags: { "managed-by": "terraform", environment: "production" },
          },
        ],
      },
    ]);
  });
});
