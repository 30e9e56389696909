import { OrganizationPreferences as GrafanaOrganizationPreferences } from "@cdktf/provider-grafana/lib/organization-preferences";
import { Construct } from "constructs";
import { claimProblems } from "./claims";
import type { Dashboard } from "./dashboard";
import { rejectInvalidProps } from "./invalid-props";

export interface OrganizationPreferencesProps {
  /** @default "dark" */
  readonly theme?: "dark" | "light" | "system";
  /** `"UTC"`, `"browser"` or an IANA zone such as `"Europe/Berlin"`. @default "UTC" */
  readonly timezone?: string;
  /** @default "monday" */
  readonly weekStart?: "monday" | "saturday" | "sunday";
  /** What people see first. @default - Grafana's own page */
  readonly homeDashboard?: Dashboard;
}

/** Defines what Grafana looks like for everybody who has not chosen otherwise. */
export class OrganizationPreferences extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      theme = "dark",
      timezone = "UTC",
      weekStart = "monday",
      homeDashboard,
    }: OrganizationPreferencesProps = {},
  ) {
    super(scope, id);
    rejectInvalidProps(this, [
      ...(isTimezone(timezone)
        ? []
        : [
            `'timezone' must be "UTC", "browser" or an IANA zone such as "Europe/Berlin", got "${timezone}"`,
          ]),
      ...claimProblems(this, "set of preferences", ["of the organisation"]),
    ]);
    new GrafanaOrganizationPreferences(this, "preferences", {
      theme,
      // Grafana lists UTC under this name, not under that of the IANA database.
      timezone: timezone === "UTC" ? "utc" : timezone,
      weekStart,
      ...(homeDashboard === undefined
        ? {}
        : { homeDashboardUid: homeDashboard.uid }),
    });
  }
}

function isTimezone(timezone: string): boolean {
  if (timezone === "browser") return true;
  try {
    // Throws on a zone that is not in the IANA database.
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return /^[A-Z]/.test(timezone);
  } catch {
    return false;
  }
}
