import { Team, type TeamProps } from "../src/team";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

function teamOf(props: TeamProps): Readonly<Record<string, unknown>> {
  return onlyResourceIn(
    synthesizedGrafana((stack) => new Team(stack, "team", props)),
    "grafana_team",
  );
}

describe("Team", () => {
  test("with defaults defines a name only, without the empty preferences that fail", () => {
    expect(teamOf({ name: "Infrastructure" })).toEqual({
      name: "Infrastructure",
    });
  });

  test("has an address and members, in whatever order they are given", () => {
    const [first, second] = ["a@example.com", "b@example.com"] as const;
    const team = teamOf({
      name: "Infrastructure",
      email: "infra@example.com",
      members: [second, first],
    });
    expect(team).toEqual({
      name: "Infrastructure",
      email: "infra@example.com",
      members: [first, second],
    });
  });

  test.each<{ name: string; props: TeamProps; problem: string }>([
    {
      name: "an empty name",
      props: { name: "" },
      problem: `'name' must not be empty, got ""`,
    },
    {
      name: "an address without @",
      props: { name: "A", email: "infra" },
      problem: `'email' must be a mail address, got "infra"`,
    },
    {
      name: "a login as member",
      props: { name: "A", members: ["jane"] },
      problem: `'members' must be mail addresses, got "jane"`,
    },
    {
      name: "a member in two spellings",
      props: { name: "A", members: ["a@example.com", "A@example.com"] },
      problem: `'members' must name everybody once, got "a@example.com" twice`,
    },
  ])("rejects $name", ({ props, problem }) => {
    expect(() => new Team(testStack(), "team", props)).toThrow(
      new Error(`test/team: ${problem}`),
    );
  });
});
