import { homeDashboardProblems } from "../../dashboards/home-dashboard";
import type { Check } from "../check";

/** A home dashboard that is not there: synth refuses it. */
export const homeDashboard: Check = {
  id: "references/home-dashboard",
  severity: "error",
  title: "A home dashboard that no system has",
  run: (deployment) =>
    homeDashboardProblems(deployment).map((message) => ({
      path: "project",
      message,
      fix: "name a dashboard that is there, or leave it out to take the first",
    })),
};
