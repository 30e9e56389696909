import type { Dashboard } from "monitoring-as-code";
import { type Panel, type Row } from "monitoring-as-code/dashboards";
import { type ServiceJob } from "./expressions";
/** What tells the dashboard of one HTTP service from those of the others. */
export interface HttpServiceProps {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly job: ServiceJob;
  /** How much is asked of the service. @default - requests by method and endpoint */
  readonly rate?: Panel;
  /** How long its answers take. @default - the P99 of all its endpoints */
  readonly latency?: Panel;
  /** What the service does beside answering, the most important first. */
  readonly business: readonly Row[];
}
/** The dashboard of a service that answers HTTP: its state, its golden signals, then what it is there for. */
export declare function httpServiceDashboard({
  job,
  rate,
  latency,
  business,
  ...frame
}: HttpServiceProps): Dashboard;
/** Requests per second by method and endpoint. */
export declare function requestRate(job: ServiceJob, title: string): Panel;
