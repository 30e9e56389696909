import { Team as GrafanaTeam } from "@cdktf/provider-grafana/lib/team";
import { Construct } from "constructs";
import { claimProblems } from "./claims";
import { duplicatesIn } from "monitoring-as-code";
import { rejectInvalidProps } from "./invalid-props";
import { terraformText } from "./terraform-json";

export interface TeamProps {
  readonly name: string;
  /** Where mail for the whole team goes. @default - none */
  readonly email?: string;
  /** Mail addresses of users that exist in Grafana. @default - managed elsewhere */
  readonly members?: readonly string[];
}

/** Defines a team of Grafana: people who get permissions together. */
export class Team extends Construct {
  /** The token that permissions refer to. */
  readonly teamId: string;

  constructor(scope: Construct, id: string, props: TeamProps) {
    super(scope, id);
    const { name, email, members } = props;
    rejectInvalidProps(this, [
      ...problemsIn(props),
      ...claimProblems(this, "team", [name]),
    ]);
    // No `preferences`: the provider fails on an empty block, and what a whole organisation prefers is set there.
    this.teamId = new GrafanaTeam(this, "team", {
      name: terraformText(name),
      ...(email === undefined ? {} : { email }),
      ...(members === undefined ? {} : { members: [...members].sort() }),
    }).id;
  }
}

function problemsIn({
  name,
  email,
  members = [],
}: TeamProps): readonly string[] {
  return [
    ...(name.trim() === "" ? [`'name' must not be empty, got "${name}"`] : []),
    ...(email === undefined || isMailAddress(email)
      ? []
      : [`'email' must be a mail address, got "${email}"`]),
    ...members
      .filter((member) => !isMailAddress(member))
      .map((member) => `'members' must be mail addresses, got "${member}"`),
    ...duplicatesIn(members.map((member) => member.toLowerCase())).map(
      (member) => `'members' must name everybody once, got "${member}" twice`,
    ),
  ];
}

function isMailAddress(text: string): boolean {
  return /^[^\s@${}%]+@[^\s@${}%]+$/.test(text);
}
