import type { SystemNotifications } from "monitoring-as-code";
/**
 * The dead man's switch first, or its team's route would keep it. Critical alerts call whoever is on call and go on to
 * the team that owns them.
 */
export declare const alertingNotifications: SystemNotifications;
