import { type Panel } from "monitoring-as-code/dashboards";
/** Rate, errors, duration and saturation of what runs on the hosts. */
export declare const application: readonly Panel[];
/** Jobs that are over before they could be scraped, and push how it went. */
export declare const batchJobs: readonly Panel[];
