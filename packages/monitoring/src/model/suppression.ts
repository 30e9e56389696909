/** Says, beside the thing that it concerns, why one check does not apply there, and until when. */
export interface Suppression {
  /** Id of the check, for example `promql/rate-of-gauge`. */
  readonly check: string;
  /** Printed with the finding. */
  readonly reason: string;
  /** Last day, `"YYYY-MM-DD"`; after it the finding counts again. */
  readonly until: string;
}
