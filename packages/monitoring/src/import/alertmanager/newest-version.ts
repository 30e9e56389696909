import type { AlertmanagerVersion } from "../../outputs/alertmanager/config";

/** The second part of the version of Alertmanager for which imports are rendered: all that rendering knows. */
export const newestMinor = 34;

export const newestVersion: AlertmanagerVersion = `0.${newestMinor}`;
