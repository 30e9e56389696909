import { type Panel } from "monitoring-as-code/dashboards";
/** How many targets are silent, in all systems. */
export declare function targetsDown(): Panel;
/** Whether Prometheus runs what was deployed last. */
export declare function configReload(): Panel;
/** Rules that cannot be evaluated are alerts that cannot fire. */
export declare function ruleFailures(): Panel;
/** Alerts on their way from Prometheus to Alertmanager. */
export declare function notificationQueue(): Panel;
/** Up or down over time: the monitoring's own instances. */
export declare function instances(): Panel;
/** Who does not answer, in all systems. */
export declare function silentTargets(): Panel;
/** How much Prometheus has to hold and take in. */
export declare function seriesAndSamples(): Panel;
/** What comes in per second. */
export declare function samples(): Panel;
/** How long each certificate is still good. */
export declare function certificates(): Panel;
